using ScriptHost.Presets;
using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Takes the results of shards and sessions in their order and accounts for them: the one place where the order of the record is made,
/// where duplicates are told, and where totals are kept. Used by one thread at a time.
/// </summary>
/// <param name="arguments">The inputs.</param>
/// <param name="scorers">The scorers, in the order of the run.</param>
/// <param name="preset">What its thresholds need is computed; null has none.</param>
/// <param name="sink">Takes outcomes in the order of the record.</param>
internal sealed class RunMerge(IReadOnlyList<InputArgument> arguments, IReadOnlyList<ScorerDescription> scorers, Preset? preset, OutcomeSink sink) : IDisposable
{
    private const int MostProblems = 100;

    private readonly SeenKeys seen = new();
    private readonly bool hasSessionScorers = scorers.Any(s => s.Level == ScorerLevel.Session);
    private readonly List<string> problems = [];
    private readonly long[] documents = new long[arguments.Count];
    private long linesBefore;
    private long untoldProblems;

    /// <summary>The sessions; their traces are noted only for session-level scorers.</summary>
    public SessionIndex Sessions { get; } = new(scorers.Any(s => s.Level == ScorerLevel.Session));

    /// <summary>The documents that sessions need and that cannot be read again in their place.</summary>
    public KeptDocuments Kept { get; } = new();

    /// <summary>The scorers that are not called any more.</summary>
    public Quarantine Quarantine { get; } = new(new int[scorers.Count]);

    /// <summary>How pairs ended.</summary>
    public OutcomeCounts Counts { get; } = new(scorers);

    /// <summary>The metrics.</summary>
    public MetricBoard Metrics { get; } = new(scorers, preset);

    /// <summary>What calls cost, where it was measured.</summary>
    public ProfileBoard Profile { get; } = new(scorers);

    /// <summary>The worst failures.</summary>
    public FailureBoard Failures { get; } = new();

    /// <summary>Well-formed traces without duplicates.</summary>
    public long Read => seen.Count;

    /// <summary>Traces that are selected, duplicates aside.</summary>
    public long Selected { get; private set; }

    /// <summary>Malformed documents, and files that could not be read (on).</summary>
    public long Malformed { get; private set; }

    /// <summary>Traces with the id of an earlier one.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Sessions scored so far.</summary>
    public long SessionsScored { get; private set; }

    /// <summary>Bytes of input that are done.</summary>
    public long BytesDone { get; private set; }

    /// <summary>How many sessions the traces belong to.</summary>
    public long SessionCount => Sessions.Count;

    /// <summary>Whether a trace was taken.</summary>
    public bool IsSeen(TraceKey trace) => seen.Contains(trace);

    /// <summary>Takes note of something that is no document's fault.</summary>
    public void AddProblem(string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
        else
        {
            untoldProblems++;
        }
    }

    /// <summary>Takes the next shard.</summary>
    public void Take(ShardResult shard)
    {
        shard.Seal();
        var lines = LinesBefore(shard);
        var notes = shard.Faults.Select(f => (f.Piece, f.Line, Text: Fault(shard, f, lines[f.Piece]))).ToList();
        Malformed += notes.Count;
        foreach (ref readonly var trace in shard.Traces())
        {
            if (seen.Add(trace.Unit.Key, trace.Content, out var isSame))
            {
                Take(trace);
            }
            else
            {
                Duplicates++;
                if (!isSame)
                {
                    var place = Place(shard, trace.At.Piece, trace.At.Line + lines[trace.At.Piece]);
                    notes.Add((trace.At.Piece, trace.At.Line, $"{place}: trace '{trace.Unit.TraceId}' stood before with other content; the first one is scored."));
                }
            }
        }

        foreach (var (_, _, text) in notes.OrderBy(n => (n.Piece, n.Line)))
        {
            AddProblem(text);
        }

        BytesDone += shard.Shard.Bytes;
    }

    /// <summary>Takes the next batch of sessions.</summary>
    public void Take(SessionResult batch)
    {
        batch.Seal();
        for (var i = 0; i < batch.Count; i++)
        {
            Take(batch.Outcomes(i));
            SessionsScored++;
        }
    }

    /// <summary>Takes the outcomes of a unit whose call ended the run.</summary>
    public void TakeLast(OutcomeCursor outcomes) => Take(outcomes);

    /// <summary>All problems, the first hundred told, the rest counted.</summary>
    public IReadOnlyList<string> Problems() =>
        untoldProblems == 0 ? problems : [.. problems, $"{untoldProblems} more problems are not told one by one."];

    /// <summary>What each argument gave.</summary>
    public IReadOnlyList<InputRecord> Inputs() =>
        [.. arguments.Select((a, i) => new InputRecord(a.Argument, a.Files.Count, a.Bytes, documents[i]))];

    /// <inheritdoc/>
    public void Dispose()
    {
        Kept.Dispose();
        Sessions.Dispose();
        Metrics.Dispose();
    }

    private static string Place(ShardResult shard, int piece, long line) => $"{shard.Shard.Pieces[piece].File.Path}({line})";

    private static string Fault(ShardResult shard, ShardFault fault, long linesBefore) => fault.Line == 0
        ? $"{shard.Shard.Pieces[fault.Piece].File.Path}: {fault.Sentence}."
        : $"{Place(shard, fault.Piece, fault.Line + linesBefore)}: byte {fault.Offset}: {fault.Sentence}.";

    // How many lines of its file stand before each piece.
    private long[] LinesBefore(ShardResult shard)
    {
        var before = new long[shard.Shard.Pieces.Count];
        for (var i = 0; i < before.Length; i++)
        {
            var piece = shard.Shard.Pieces[i];
            linesBefore = piece.IsFirst ? 0 : linesBefore;
            before[i] = linesBefore;
            if (i < shard.Pieces.Count)
            {
                linesBefore += shard.Pieces[i].Lines;
                documents[piece.Argument] += shard.Pieces[i].Documents;
            }
        }

        return before;
    }

    private void Take(in TraceView trace)
    {
        Selected += trace.IsSelected ? 1 : 0;
        if (trace.Unit.InSession is { IsThere: true } session)
        {
            var place = trace.Json.IsEmpty || !hasSessionScorers ? trace.Place : Kept.Add(trace.Json);
            Sessions.Add(session.Text, trace.RequestTime, place, trace.IsSelected, trace.Content);
        }

        Take(trace.Outcomes);
    }

    private void Take(in OutcomeCursor outcomes)
    {
        var failed = 0;
        foreach (ref readonly var outcome in outcomes)
        {
            // In the order of the record, so that it does not matter which worker saw what first.
            if (Quarantine.Holds(outcome.Scorer) && outcome.Kind != OutcomeKind.Skipped)
            {
                failed += Taken(outcomes.Unit, OutcomeView.Skipped(outcome.Scorer, Quarantine.Reason));
            }
            else
            {
                Quarantine.Take(outcome);
                failed += Taken(outcomes.Unit, outcome);
            }
        }

        if (Failures.IsBad(failed))
        {
            Failures.Add(outcomes.Unit, Verdicts(outcomes));
        }
    }

    // How many of its feedbacks are verdicts that say no.
    private int Taken(in UnitView unit, in OutcomeView outcome)
    {
        Counts.Add(outcome);
        var failed = Metrics.Add(outcome);
        Profile.Add(unit, outcome);
        sink(unit, outcome);

        return failed;
    }

    // What is held says nothing, then as before: a strike that brought a scorer into quarantine is an error, and no verdict.
    private List<(string Name, string? Rationale)> Verdicts(OutcomeCursor outcomes)
    {
        var verdicts = new List<(string Name, string? Rationale)>();
        foreach (ref readonly var outcome in outcomes)
        {
            if (!Quarantine.Holds(outcome.Scorer))
            {
                foreach (ref readonly var feedback in outcome.Feedbacks)
                {
                    if (feedback.IsFailed)
                    {
                        verdicts.Add((feedback.Name.ToString() ?? scorers[outcome.Scorer].Name, feedback.Rationale.ToString()));
                    }
                }
            }
        }

        return verdicts;
    }
}
