using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>Scorers that share worker processes: all of a run, or one.</summary>
/// <param name="Scorers">The scorers, in the order of the run.</param>
/// <param name="Images">Their scripts, in the same order.</param>
/// <param name="Allowlist">What scripts may use.</param>
/// <param name="Options">What to score, and the limits.</param>
internal sealed record WorkerGroup(IReadOnlyList<ScorerDescription> Scorers, IReadOnlyList<ScriptImage> Images, AllowlistText Allowlist, RunOptions Options)
{
    /// <summary>The index of each scorer, by name.</summary>
    public IReadOnlyDictionary<string, int> Order { get; } = Scorers.Select((s, i) => (s.Name, i)).ToDictionary(StringComparer.Ordinal);

    /// <summary>How what its workers say is read; one for each shard.</summary>
    public ShardFormat Format() => new(new([.. Scorers.Select(s => s.Name)]));
}
