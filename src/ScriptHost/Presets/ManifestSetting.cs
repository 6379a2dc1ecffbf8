namespace ScriptHost.Presets;

/// <summary>A setting as it was stated; what its text means is for the setting's type to say.</summary>
/// <param name="Name">The parameter of the scorer's entry.</param>
/// <param name="Value">The value; in quotes only where they matter.</param>
/// <param name="Origin">Where its name stands.</param>
internal sealed record ManifestSetting(string Name, YamlNode Value, Origin Origin);
