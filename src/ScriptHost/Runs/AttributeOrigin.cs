using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>Tells which attribute of the root span gave a trace its inputs or outputs.</summary>
internal static class AttributeOrigin
{
    /// <summary>The attribute with its span, for people; null when there is no value.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="value">Its inputs or outputs.</param>
    /// <param name="usual">The attribute that is looked at first.</param>
    public static string? Of(TraceContent trace, JsonText value, string usual)
    {
        if (value.IsNothing || trace.RootSpan is not { } root)
        {
            return null;
        }

        var span = $"root span '{root.Name}'{(root.Type is { } type ? $" ({type})" : "")}";

        // Other readers than MLflow's take it from other attributes: whichever holds the same.
        var name = root.Attributes.ContainsKey(usual) ? usual : root.Attributes.FirstOrDefault(a => a.Value.ToText() == value.ToText()).Key;

        return name is null ? $"of the {span}" : $"attribute '{name}' of the {span}";
    }
}
