namespace ScriptHost.Presets;

/// <summary>A value, and where it was stated.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record Stated<T>(T Value, Origin Origin);
