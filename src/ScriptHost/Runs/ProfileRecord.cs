using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>What the calls of a run cost.</summary>
/// <param name="Scorers">In the order of the run.</param>
/// <param name="Slowest">The slowest calls, slowest first, at most ten.</param>
/// <param name="Compiling">Where the scripts' images came from.</param>
internal sealed record ProfileRecord(IReadOnlyList<ScorerProfile> Scorers, IReadOnlyList<SlowCall> Slowest, CompileCounts Compiling);
