namespace ScriptHost.Scoring;

/// <summary>What binding an entry led to.</summary>
/// <param name="Scorer">The scorer, whose owner disposes it; null when there is an error.</param>
/// <param name="Diagnostics">All that is wrong; empty when there is a scorer.</param>
internal sealed record BindResult(BoundScorer? Scorer, IReadOnlyList<Diagnostic> Diagnostics);
