namespace ScriptHost.Presets;

/// <summary>A scorer as a manifest or the command line names it.</summary>
/// <param name="Scorer">The scorer.</param>
/// <param name="As">The name of this configured scorer; null when it is the scorer's.</param>
/// <param name="Changes">How it is configured.</param>
internal sealed record ManifestScorer(Stated<string> Scorer, Stated<string>? As, ManifestChanges Changes);
