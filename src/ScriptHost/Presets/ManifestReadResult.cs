namespace ScriptHost.Presets;

/// <summary>What was read of one manifest.</summary>
/// <param name="Manifest">What could be read, without the faulty parts, so that the rest can be judged too; null when nothing could.</param>
/// <param name="Diagnostics">All faults.</param>
internal sealed record ManifestReadResult(Manifest? Manifest, IReadOnlyList<Diagnostic> Diagnostics);
