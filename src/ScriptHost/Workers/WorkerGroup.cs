using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>Scorers that share worker processes: all that have the same rights, or one.</summary>
/// <param name="Rights">What its workers may do.</param>
/// <param name="Indexes">Where its scorers stand in the order of the run.</param>
/// <param name="Scorers">The scorers, in the order of the run.</param>
/// <param name="Images">Their code, in the same order.</param>
/// <param name="Setups">How each is called, in the same order.</param>
/// <param name="Allowlist">What scripts may use.</param>
/// <param name="Options">What to score, and the limits.</param>
internal sealed record WorkerGroup(
    WorkerRights Rights,
    IReadOnlyList<int> Indexes,
    IReadOnlyList<ScorerDescription> Scorers,
    IReadOnlyList<ScorerImage> Images,
    IReadOnlyList<ScorerSetup> Setups,
    AllowlistText Allowlist,
    RunOptions Options)
{
    /// <summary>The groups of a run: trusted code with rights of its own never shares a process with scripts.</summary>
    public static IReadOnlyList<WorkerGroup> Of(LoadReport report, RunOptions options) => report.Scorers.Count == 0
        ? [new(WorkerRights.Gated, [], [], [], [], report.Allowlist, options)]
        :
    [
        .. report.Scorers.Select((s, i) => new Member(i, s, report.Images[i], report.Setups[i]))
            .GroupBy(m => new Bound(WorkerRights.Of(m.Image), options.Isolation == Isolation.Scorer ? m.Index : -1))
            .Select(g => new WorkerGroup(
                g.Key.Rights,
                [.. g.Select(m => m.Index)],
                [.. g.Select(m => m.Scorer)],
                [.. g.Select(m => m.Image)],
                [.. g.Select(m => m.Setup)],
                report.Allowlist,
                options)),
    ];

    /// <summary>How what its workers say is read.</summary>
    public OutcomeFormat Format { get; } = new([.. Scorers.Select(s => s.Name)]);

    /// <summary>The part of an order that is the group's.</summary>
    public ShardOrder Only(ShardOrder order) => order with { Strikes = Strikes(order.Strikes), Reused = order.Reused.Only(Indexes) };

    /// <summary>The part of an order that is the group's.</summary>
    public SessionOrder Only(SessionOrder order) => order with { Strikes = Strikes(order.Strikes), Reused = order.Reused.Only(Indexes) };

    private IReadOnlyList<int> Strikes(IReadOnlyList<int> all) => [.. Indexes.Select(i => all[i])];

    private sealed record Member(int Index, ScorerDescription Scorer, ScorerImage Image, ScorerSetup Setup);

    // What those of one group have in common; the index of a scorer that is to be alone.
    private sealed record Bound(WorkerRights Rights, int Alone);
}
