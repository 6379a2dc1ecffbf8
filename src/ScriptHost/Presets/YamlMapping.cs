namespace ScriptHost.Presets;

/// <summary>A mapping; no key stands in it twice.</summary>
/// <param name="Entries">In file order.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The value of a key; null when the key is not there.</summary>
    /// <param name="key">Compared by ordinal.</param>
    public YamlNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}
