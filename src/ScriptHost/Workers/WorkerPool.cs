using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>
/// Scores in processes of their own, which read the traces themselves: a call that hangs or crashes costs its own pair, and this process runs
/// no script.
/// </summary>
internal sealed class WorkerPool : IScoringHost
{
    private readonly RunOptions options;
    private readonly Hiring hiring;
    private readonly JobThreads<WorkerSeats> threads;
    private IReadOnlyList<WorkerGroup> groups = [];

    /// <summary>Starts the first worker.</summary>
    /// <param name="options">What to score, in how many workers, and their limits.</param>
    public WorkerPool(RunOptions options)
    {
        this.options = options;
        hiring = new(options.Timeout, options.Memory);
        threads = new(options.Jobs, _ => new(hiring));
    }

    /// <inheritdoc/>
    public Task<RunningCall> Hung { get; } = new TaskCompletionSource<RunningCall>().Task;

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDescription> Describe(
        IReadOnlyList<ScriptImage> images, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken)
    {
        IReadOnlyList<ScriptDescription> descriptions = [];
        threads.Run(seats => descriptions = [.. images.Index().Select(i => seats.First.Describe(images, i.Index, allowlist, timeout, cancellationToken))])
            .GetAwaiter()
            .GetResult();

        return descriptions;
    }

    /// <inheritdoc/>
    public void Open(LoadReport report, RunOptions selection)
    {
        groups = options.Isolation == Isolation.Scorer
            ? [.. report.Scorers.Zip(report.Images).Select(s => new WorkerGroup([s.First], [s.Second], report.Allowlist, selection))]
            : [new(report.Scorers, report.Images, report.Allowlist, selection)];
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
