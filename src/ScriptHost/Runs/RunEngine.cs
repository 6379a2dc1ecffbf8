using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Phase 2 of a run: scores traces, then sessions, and accounts for every pair. README.md beside this file has the rules of order and
/// of blame.
/// </summary>
internal sealed class RunEngine : IDisposable
{
    private const int SessionsInBatch = 32;

    private readonly RunOptions options;
    private readonly LoadReport scorers;
    private readonly IReadOnlyList<InputArgument> arguments;
    private readonly RunMerge merge;
    private readonly ScoringThreads threads;
    private readonly Watchdog watchdog;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationTokenSource stopping;
    private readonly Task stop;
    private readonly DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();

    private RunEngine(RunOptions options, LoadReport scorers, Action<Outcome> sink, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        this.options = options;
        this.scorers = scorers;
        this.progress = progress;
        var search = new InputSearch();
        arguments = search.Find(options.Traces);
        merge = new(arguments, scorers.Scorers, sink);
        foreach (var problem in search.Problems)
        {
            merge.AddProblem(problem);
        }

        threads = new(scorers.Images, options);
        watchdog = new(threads.Slots, options.Timeout);
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop = StopAsync(cancellationToken);
    }

    /// <summary>Scores.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="scorers">What phase 1 loaded, without errors.</param>
    /// <param name="outcomes">
    /// Called by one thread at a time, in the order of the record: traces in input order, for each its scorers in order; then sessions
    /// by oldest trace.
    /// </param>
    /// <param name="progress">Told now and then; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the run early; what was scored is reported.</param>
    /// <exception cref="InputException">A path of <see cref="RunOptions.Traces"/> does not exist or cannot be read.</exception>
    public static async Task<RunRecord> RunAsync(
        RunOptions options,
        LoadReport scorers,
        Action<Outcome> outcomes,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var engine = new RunEngine(options, scorers, outcomes, progress, cancellationToken);

        return await engine.RunAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watchdog.Dispose();
        threads.Dispose();
        merge.Dispose();
        stopping.Dispose();
    }

    private async Task<RunRecord> RunAsync()
    {
        await ScoreTracesAsync().ConfigureAwait(false);
        if (!stop.IsCompleted && merge.Sessions.Count > 0)
        {
            await ScoreSessionsAsync().ConfigureAwait(false);
        }

        return Record(stop.IsCompleted ? await EndedEarlyAsync().ConfigureAwait(false) : null);
    }

    private Task ScoreTracesAsync()
    {
        // With a limit, what may be scored next depends on what was taken before: one shard at a time.
        var ahead = options.Limit is null ? (2 * options.Jobs) + 2 : 1;

        return WaveAsync(
            ShardPlan.Of(arguments).TakeWhile(_ => options.Limit is not { } limit || merge.Selected < limit).Select(s => new ShardResult(s)),
            (shard, scoring) => scoring.Score(shard, options.Limit is null ? null : Limit(), stopping.Token),
            merge.Take,
            ahead);
    }

    private Task ScoreSessionsAsync()
    {
        var files = arguments.SelectMany(a => a.Files).ToArray();

        return WaveAsync(
            merge.Sessions.InOrder().Chunk(SessionsInBatch).Select(batch => new SessionResult(batch)),
            (batch, scoring) => Score(batch, scoring, files),
            merge.Take,
            (2 * options.Jobs) + 2);
    }

    private void Score(SessionResult batch, ShardScoring scoring, IReadOnlyList<InputFile> files)
    {
        using var reading = new SessionReading(files, merge.Kept);
        foreach (var session in batch.Sessions)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            batch.Add(scoring.Score(session, reading.Traces(session)));
        }
    }

    private Task WaveAsync<T>(IEnumerable<T> jobs, Action<T, ShardScoring> score, Action<T> take, int ahead) => OrderedWave.RunAsync(
        jobs,
        job => threads.Run(scoring => score(job, scoring)),
        job =>
        {
            take(job);
            progress?.Report(new(merge.Read, merge.SessionsScored, merge.BytesDone, TotalBytes(), merge.Counts.Errors));
        },
        ahead,
        stop,
        TimeSpan.FromSeconds(2));

    // Ends when the run has to end, and tells those who are at work.
    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(watchdog.Hung, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
    }

    // Takes as many traces as the limit leaves; of those with the same id one.
    private Func<TraceContent, bool> Limit()
    {
        var wanted = (options.Limit ?? 0) - merge.Selected;
        var ids = new HashSet<string>(StringComparer.Ordinal);

        return trace =>
        {
            if (merge.IsSeen(trace.Id) || ids.Contains(trace.Id))
            {
                return true;
            }

            ids.Add(trace.Id);

            return ids.Count <= wanted;
        };
    }

    private long? TotalBytes() => arguments.All(a => a.Bytes is not null) ? arguments.Sum(a => a.Bytes ?? 0) : null;

    private async Task<string> EndedEarlyAsync()
    {
        if (!watchdog.Hung.IsCompletedSuccessfully)
        {
            return "The run was cancelled.";
        }

        var call = await watchdog.Hung.ConfigureAwait(false);
        merge.TakeLast(new ScorerRunner(options.Timeout).TimedOut(call.Scorer, call.TraceId, call.SessionId));
        var unit = call.SessionId is null ? $"trace '{call.TraceId}'" : $"session '{call.SessionId}'";

        return $"Scorer '{call.Scorer}' hangs on {unit}: it does not react to its cancellation token and cannot be stopped, so the run ended.";
    }

    private JsonObject SettingsOf(ScorerDescription scorer)
    {
        var given = options.Settings.GetValueOrDefault(scorer.Name);

        return new(scorer.Parameters.Where(p => p.Subject is null).Select(p => KeyValuePair.Create(
            p.Name, given is not null && given.TryGetPropertyValue(p.Name, out var value) ? value?.DeepClone() : JsonNode.Parse(p.Default ?? "null"))));
    }

    private RunRecord Record(string? endedEarly) => new()
    {
        RunId = "",
        StartedAt = startedAt,
        Duration = TimeProvider.System.GetUtcNow() - startedAt,
        ExitCode = ExitCodeOf(),
        EndedEarly = endedEarly,
        Metrics = merge.Metrics.Records(i => merge.Counts.Of(i, OutcomeKind.NotApplicable)),
        Outcomes = merge.Counts.Records(),
        TracesRead = merge.Read,
        TracesMalformed = merge.Malformed,
        TracesDuplicate = merge.Duplicates,
        Sessions = merge.SessionCount,
        Problems = merge.Problems(),
        Scorers = [.. scorers.Scorers.Zip(scorers.Images, (s, image) => new ScorerRecord(s, SettingsOf(s), image.Trust))],
        Inputs = merge.Inputs(),
        AllowlistHash = scorers.AllowlistHash,
        Worst = merge.Failures.Worst,
    };

    // The precedence of design: cancelled, bad input, too many errors, nothing scored.
    private ExitCode ExitCodeOf() => true switch
    {
        _ when watchdog.Hung.IsCompleted => ExitCode.ScorerErrors,
        _ when stop.IsCompleted => ExitCode.Cancelled,
        _ when options.Strict && merge.Malformed > 0 => ExitCode.BadInput,
        _ when merge.Counts.Errors > options.MaxErrors => ExitCode.ScorerErrors,
        _ when merge.Counts.Scored == 0 => ExitCode.NothingScored,
        _ => ExitCode.Success,
    };
}
