namespace ScriptHost.Presets;

/// <summary>One key of a <see cref="YamlMapping"/> with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
