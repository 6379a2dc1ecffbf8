namespace ScriptHost.Presets;

/// <summary>What was read of one lock.</summary>
/// <param name="Locked">The lock; null when there are faults.</param>
/// <param name="Diagnostics">All faults.</param>
internal sealed record LockReadResult(LockedPreset? Locked, IReadOnlyList<Diagnostic> Diagnostics);
