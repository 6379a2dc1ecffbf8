using System.Collections.ObjectModel;

namespace ScriptHost.Traces;

/// <summary>Reads an object of texts by name, as tags and metadata are.</summary>
internal static class MemberTexts
{
    /// <summary>The members; a JSON null is an empty text, other values are as JSON, and of repeated names the last one counts.</summary>
    /// <param name="json">The trace.</param>
    /// <param name="range">Where the object stands in it; absent has no members.</param>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlyMemory<byte> json, JsonRange range)
    {
        if (range.IsAbsent)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in new LazyTexts(json, range, text => text))
        {
            texts[name] = value.ToText() ?? "";
        }

        return texts.AsReadOnly();
    }
}
