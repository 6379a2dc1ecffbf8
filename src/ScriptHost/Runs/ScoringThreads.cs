using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>Scores on threads of this process, each with scripts of its own: for tests and debugging, since a call that hangs ends the run.</summary>
internal sealed class ScoringThreads : IScoringHost
{
    private readonly RunOptions options;
    private readonly CallSlot[] slots;
    private readonly Watchdog watchdog;
    private JobThreads<ShardScoring>? threads;
    private LoadReport? report;
    private Task<ScorerSet>? prepared;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="options">What to score, on how many threads, and their limits.</param>
    public ScoringThreads(RunOptions options)
    {
        this.options = options;
        slots = new CallSlot[options.Jobs];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new();
        }

        watchdog = new(slots, options.Timeout);
        ScoringRehearsal.Begin();
    }

    /// <inheritdoc/>
    public Task<RunningCall> Hung => watchdog.Hung;

    /// <inheritdoc/>
    public ContainmentReport? Containment => null;

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDescription> Describe(
        IReadOnlyList<ScorerImage> images, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var descriptions = new List<ScriptDescription>();
        foreach (var image in images)
        {
            cancellationToken.ThrowIfCancellationRequested();
            descriptions.Add(ScriptDescription.Of(image, timeout, options.Unloads));
        }

        return descriptions;
    }

    /// <inheritdoc/>
    public void Prepare(LoadReport report)
    {
        // For the first thread that scores, beside making the folder of the run and finding traces.
        this.report = report;
        prepared = Task.Run(() => Load(report));
    }

    /// <inheritdoc/>
    public void Open(LoadReport report, RunOptions selection)
    {
        threads?.Dispose();
        threads = new(options.Jobs, TimeSpan.Zero, number =>
            new(Prepared(report) ?? Load(report), new(selection.Where, selection.TraceIds), selection.Timeout, slots[number], selection.IsProfiled, selection.Strict));
    }

    /// <inheritdoc/>
    public Task ScoreAsync(ShardResult partial, ShardOrder order, CancellationToken cancellationToken) => Threads.Run(scoring =>
        scoring.Score(partial.Shard, order, partial, cancellationToken));

    /// <inheritdoc/>
    public Task ScoreAsync(SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken) =>
        Threads.Run(scoring => scoring.Score(batch.Sessions, order, inputs, batch.Add, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        watchdog.Dispose();
        threads?.Dispose();
        if (Interlocked.Exchange(ref prepared, null) is { } unused)
        {
            _ = LetGoAsync(unused);
        }
    }

    private ScorerSet Load(LoadReport report) => ScorerSet.Load(report.Images, report.Setups, options.Unloads);

    private ScorerSet? Prepared(LoadReport wanted) =>
        ReferenceEquals(wanted, report) && Interlocked.Exchange(ref prepared, null) is { } set ? set.GetAwaiter().GetResult() : null;

    private static async Task LetGoAsync(Task<ScorerSet> unused) => (await unused).Dispose();

    private JobThreads<ShardScoring> Threads => threads ?? throw new InvalidOperationException("The host was not opened.");
}
