namespace ScriptHost.Scoring;

/// <summary>What running a script's top level led to.</summary>
/// <param name="Entry">The entry, whose owner disposes it; null when there is none.</param>
/// <param name="Diagnostics">What is wrong; empty when there is an entry.</param>
internal sealed record ScriptRunResult(ScriptEntry? Entry, IReadOnlyList<Diagnostic> Diagnostics);
