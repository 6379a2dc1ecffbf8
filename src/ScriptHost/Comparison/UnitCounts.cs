namespace ScriptHost.Comparison;

/// <summary>How many units two runs have.</summary>
/// <param name="Both">Units of both.</param>
/// <param name="OnlyBefore">Units that only the run before has.</param>
/// <param name="OnlyAfter">Units that only the run after has.</param>
internal sealed record UnitCounts(long Both, long OnlyBefore, long OnlyAfter);
