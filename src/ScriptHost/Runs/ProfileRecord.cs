namespace ScriptHost.Runs;

/// <summary>What the calls of a run cost.</summary>
/// <param name="Scorers">In the order of the run.</param>
/// <param name="Slowest">The slowest calls, slowest first, at most ten.</param>
internal sealed record ProfileRecord(IReadOnlyList<ScorerProfile> Scorers, IReadOnlyList<SlowCall> Slowest);
