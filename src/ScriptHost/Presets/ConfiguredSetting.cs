namespace ScriptHost.Presets;

/// <summary>What a setting of a configured scorer is.</summary>
/// <param name="Name">The parameter of the scorer's entry.</param>
/// <param name="Value">JSON text.</param>
/// <param name="Origin">Where it was stated; null for the script's default.</param>
internal sealed record ConfiguredSetting(string Name, string Value, Origin? Origin);
