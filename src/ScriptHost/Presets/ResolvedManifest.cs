namespace ScriptHost.Presets;

/// <summary>A manifest with everything looked up.</summary>
/// <param name="Preset">The preset; when it is not complete, what of it is right.</param>
/// <param name="IsComplete">Whether nothing of it, and of what it includes, was left out because of a fault.</param>
internal sealed record ResolvedManifest(Preset Preset, bool IsComplete);
