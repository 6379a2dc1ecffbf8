namespace ScriptHost.Presets;

/// <summary>A part of a YAML file with its place; only what our files may hold: mappings, sequences and scalars.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>What the node is, for messages.</summary>
    public string Kind => this switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a single value",
    };
}
