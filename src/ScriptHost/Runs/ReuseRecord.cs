namespace ScriptHost.Runs;

/// <summary>What a run took over from an earlier one.</summary>
/// <param name="RunId">The earlier run.</param>
/// <param name="Outcomes">How many outcomes of each scorer, in the order of the run.</param>
internal sealed record ReuseRecord(string RunId, IReadOnlyList<long> Outcomes);
