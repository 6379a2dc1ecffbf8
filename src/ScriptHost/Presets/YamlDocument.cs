namespace ScriptHost.Presets;

/// <summary>What was read of a YAML file.</summary>
/// <param name="Root">The whole tree; null when the text is no YAML at all, or empty.</param>
/// <param name="Diagnostics">All faults, in file order; with one of them the tree may lack parts.</param>
internal sealed record YamlDocument(YamlNode? Root, IReadOnlyList<Diagnostic> Diagnostics);
