using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Phase 2 of a run: scores traces, then sessions, and accounts for every pair. README.md beside this file has the rules of order and
/// of blame.
/// </summary>
internal sealed class RunEngine : IDisposable
{
    private readonly RunOptions options;
    private readonly LoadReport scorers;
    private readonly IReadOnlyList<InputArgument> arguments;
    private readonly RunMerge merge;
    private readonly IScoringHost host;
    private readonly Journal? journal;
    private readonly Reuse? reuse;
    private readonly RunIdentity identity;
    private readonly OutcomeFormat format;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationTokenSource stopping;
    private readonly Task stop;
    private readonly DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();

    private RunEngine(
        RunOptions options, LoadReport scorers, IScoringHost host, Journal? journal, EarlierRun? earlier, OutcomeSink sink, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        this.options = options;
        this.scorers = scorers;
        this.host = host;
        this.journal = journal;
        this.progress = progress;

        // Workers start their scripts while traces are looked for.
        host.Open(scorers, options);
        var search = new InputSearch();
        arguments = search.Find(options.Traces);
        format = new([.. scorers.Scorers.Select(s => s.Name)]);
        identity = RunIdentity.Of(scorers, options, arguments);
        reuse = earlier is null ? null : new(earlier, identity, scorers.Scorers, options);
        journal?.Identify(identity);
        merge = new(arguments, scorers.Scorers, scorers.Preset, sink);
        foreach (var problem in search.Problems)
        {
            merge.Problems.Add(problem);
        }

        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stopped = new TaskCompletionSource();
        stopping.Token.Register(stopped.SetResult);
        stop = stopped.Task;
        host.Hung.ContinueWith(_ => stopping.Cancel(), stopping.Token, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Scores.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="scorers">What phase 1 loaded, without errors.</param>
    /// <param name="host">Where they run.</param>
    /// <param name="journal">Where what is done is noted, and what an earlier life of the run did is found; null notes nothing.</param>
    /// <param name="earlier">Whose outcomes are taken over where nothing changed; null scores all. Stays open.</param>
    /// <param name="outcomes">
    /// Called by one thread at a time, in the order of the record: traces in input order, for each its scorers in order; then sessions
    /// by oldest trace.
    /// </param>
    /// <param name="progress">Told now and then; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the run early; what was scored is reported.</param>
    /// <exception cref="InputException">A path of <see cref="RunOptions.Traces"/> does not exist or cannot be read.</exception>
    public static RunRecord Run(
        RunOptions options,
        LoadReport scorers,
        IScoringHost host,
        Journal? journal,
        EarlierRun? earlier,
        OutcomeSink outcomes,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var engine = new RunEngine(options, scorers, host, journal, earlier, outcomes, progress, cancellationToken);

        return engine.ScoreAll();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The host may go on to other runs, and keeps nothing of this one.
        stopping.Cancel();
        stopping.Dispose();
        merge.Dispose();
    }

    private RunRecord ScoreAll()
    {
        ScoreTraces();
        if (!stop.IsCompleted && !merge.Sessions.IsEmpty)
        {
            ScoreSessions();
        }

        TellChanges();
        TellAmbiguous();

        return new RunRecording(options, scorers, merge).Record(startedAt, stop.IsCompleted ? EndedEarly() : null, host, reuse?.Earlier.RunId);
    }

    // What was read of a file that changed meanwhile is neither the old one nor the new one.
    private void TellChanges()
    {
        var at = 0;
        foreach (var file in arguments.SelectMany(a => a.Files))
        {
            var (before, after) = (identity.Inputs[at++], InputStamp.Now(file));
            if (after != before)
            {
                merge.Problems.Add($"{before.Path}: the file {(after.Length < 0 ? "went away" : "changed")} while its traces were scored; run again.");
            }
        }
    }

    private void TellAmbiguous()
    {
        foreach (var (name, first, other) in merge.Outcomes.Metrics.Shared)
        {
            merge.Problems.Add($"Scorers '{first}' and '{other}' both give feedback named '{name}': its metrics are of both.");
        }

        if (stop.IsCompleted || options.Limit is not null)
        {
            return;
        }

        foreach (var id in options.TraceIds.Distinct(StringComparer.Ordinal).Where(id => !merge.IsSeen(TraceKey.Of(id))))
        {
            merge.Problems.Add($"There is no trace '{id}', which --trace-id asks for.");
        }
    }

    private void ScoreTraces()
    {
        var stage = new TraceStage(options, new(format), arguments, merge, host, journal, reuse);

        Wave(stage.Shards(), stage.ScoreAsync, stage.Take, stage.Ahead);
    }

    private void ScoreSessions()
    {
        var stage = new SessionStage(options, format, arguments, merge, host, journal, reuse);

        Wave(stage.Batches(), stage.ScoreAsync, stage.Take, stage.Ahead);
    }

    private void Wave<T>(IEnumerable<T> jobs, Func<T, CancellationToken, Task> score, Action<T> take, int ahead) => OrderedWave.Run(
        jobs,
        job => score(job, stopping.Token),
        job =>
        {
            take(job);
            progress?.Report(new(merge.Read, merge.SessionsScored, merge.BytesDone, TotalBytes(), merge.Outcomes.Counts.Errors));
        },
        ahead,
        stop,
        TimeSpan.FromSeconds(2));

    private long? TotalBytes() => arguments.All(a => a.Bytes is not null) ? arguments.Sum(a => a.Bytes ?? 0) : null;

    private string EndedEarly()
    {
        if (!host.Hung.IsCompletedSuccessfully)
        {
            return "The run was cancelled.";
        }

        var call = host.Hung.Result;
        var writer = new WireWriter();
        format.Write(writer, [new ScorerRunner(options.Timeout).Ended(call.Scorer, call.TraceId, call.SessionId, ErrorCode.Timeout)]);
        var last = new UnitView { TraceId = call.TraceId, Key = TraceKey.Of(call.TraceId), SessionId = OptionalText.Of(call.SessionId) };
        merge.TakeLast(new(writer.Written, last, scorers.Scorers.Count));
        var unit = call.SessionId is null ? $"trace '{call.TraceId}'" : $"session '{call.SessionId}'";

        return $"Scorer '{call.Scorer}' hangs on {unit}: it does not react to its cancellation token and cannot be stopped, so the run ended.";
    }
}
