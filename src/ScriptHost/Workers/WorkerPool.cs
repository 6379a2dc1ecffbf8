using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>
/// Scores in processes of their own, which read the traces themselves: a call that hangs or crashes costs its own pair, and this process runs
/// no script.
/// </summary>
internal sealed class WorkerPool : IScoringHost
{
    // Longer than it takes to start a process, open a worker and score a first shard: little input needs one only.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // The same without starting a process.
    private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(250);

    private readonly Hiring hiring;
    private readonly JobThreads<WorkerSeats> threads;
    private IReadOnlyList<WorkerGroup> groups = [];

    /// <summary>Starts the first worker.</summary>
    /// <param name="options">What to score, in how many workers, and their limits.</param>
    public WorkerPool(RunOptions options)
    {
        hiring = new(options);
        threads = new(options.Jobs, hiring.IsSlow ? Patience : Haste, _ => new(hiring));
    }

    /// <inheritdoc/>
    public Task<RunningCall> Hung { get; } = new TaskCompletionSource<RunningCall>().Task;

    /// <inheritdoc/>
    public ContainmentReport? Containment => hiring.Containment;

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDescription> Describe(
        IReadOnlyList<ScorerImage> images, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var descriptions = new ScriptDescription[images.Count];
        threads.Run(seats =>
        {
            foreach (var group in images.Index().GroupBy(i => WorkerRights.Of(i.Item)))
            {
                ScorerImage[] alike = [.. group.Select(i => i.Item)];
                foreach (var (at, (index, _)) in group.Index())
                {
                    descriptions[index] = seats.For(group.Key).Describe(alike, at, allowlist, timeout, cancellationToken);
                }
            }
        }).GetAwaiter().GetResult();

        return descriptions;
    }

    /// <inheritdoc/>
    public void Prepare(LoadReport report)
    {
        if (report.Images.Any(i => WorkerRights.Of(i) == WorkerRights.Gated))
        {
            hiring.Prepare();
        }
    }

    /// <inheritdoc/>
    public void Open(LoadReport report, RunOptions selection)
    {
        groups = WorkerGroup.Of(report, selection);
        _ = threads.Run(seats => seats.Open(groups));
    }

    /// <inheritdoc/>
    public Task ScoreAsync(ShardResult partial, ShardOrder order, CancellationToken cancellationToken) => threads.Run(seats =>
        seats.Score(groups, partial, order, cancellationToken));

    /// <inheritdoc/>
    public Task ScoreAsync(SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken) => threads.Run(seats =>
        seats.Score(groups, batch, order, inputs, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        threads.Dispose();
        hiring.Dispose();
    }
}
