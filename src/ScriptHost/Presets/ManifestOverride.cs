namespace ScriptHost.Presets;

/// <summary>What a manifest changes in a scorer that an include brought.</summary>
/// <param name="Name">The name of the configured scorer.</param>
/// <param name="Changes">What it changes; settings are changed one by one.</param>
internal sealed record ManifestOverride(Stated<string> Name, ManifestChanges Changes);
