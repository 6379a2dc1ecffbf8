namespace ScriptHost.Presets;

/// <summary>
/// The form of a setting's value, read from the name of its C# type: all that is known of a type once the script has gone.
/// </summary>
internal abstract record SettingForm
{
    private static readonly string[] Lists =
        ["IEnumerable", "IReadOnlyCollection", "IReadOnlyList", "ICollection", "IList", "List", "IReadOnlySet", "ISet", "HashSet"];

    private static readonly string[] Dictionaries = ["IReadOnlyDictionary", "IDictionary", "Dictionary"];

    private SettingForm()
    {
    }

    /// <summary>One value.</summary>
    /// <param name="Type">The C# type, such as <c>int</c>; any other than the host knows is an enum's.</param>
    internal sealed record Single(string Type) : SettingForm;

    /// <summary>A list.</summary>
    /// <param name="Item">Its items.</param>
    internal sealed record Many(SettingForm Item) : SettingForm;

    /// <summary>A mapping of texts.</summary>
    /// <param name="Value">Its values.</param>
    internal sealed record Keyed(SettingForm Value) : SettingForm;

    /// <summary>Also null.</summary>
    /// <param name="Inner">The form of what is not null.</param>
    internal sealed record Optional(SettingForm Inner) : SettingForm;

    /// <summary>The form of a type.</summary>
    /// <param name="type">As <see cref="Scoring.CSharpName"/> writes it: <c>IReadOnlyList&lt;string?&gt;?</c>.</param>
    public static SettingForm Of(string type)
    {
        if (type is [.. var inner, '?'])
        {
            return new Optional(Of(inner));
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return new Many(Of(type[..^2]));
        }

        var open = type.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return new Single(type);
        }

        var arguments = type[(open + 1)..^1];

        // The key of a dictionary is always a text, and the only type before a comma at this depth.
        return Dictionaries.Contains(type[..open]) ? new Keyed(Of(arguments[(arguments.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim()))
            : Lists.Contains(type[..open]) ? new Many(Of(arguments))
            : new Single(type);
    }
}
