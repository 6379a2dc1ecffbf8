using ScriptHost.Presets;
using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Takes the results of shards and sessions in their order and accounts for them: the one place where the order of the record is made,
/// where duplicates are told, and where units are counted. Used by one thread at a time.
/// </summary>
/// <param name="arguments">The inputs.</param>
/// <param name="scorers">The scorers, in the order of the run.</param>
/// <param name="preset">What its thresholds need is computed; null has none.</param>
/// <param name="sink">Takes outcomes in the order of the record.</param>
internal sealed class RunMerge(IReadOnlyList<InputArgument> arguments, IReadOnlyList<ScorerDescription> scorers, Preset? preset, OutcomeSink sink) : IDisposable
{
    private readonly SeenKeys seen = new();
    private readonly bool hasSessionScorers = scorers.Any(s => s.Level == ScorerLevel.Session);

    /// <summary>The sessions; their traces are noted only for session-level scorers.</summary>
    public SessionIndex Sessions { get; } = new(scorers.Any(s => s.Level == ScorerLevel.Session));

    /// <summary>The documents that sessions need and that cannot be read again in their place.</summary>
    public KeptDocuments Kept { get; } = new();

    /// <summary>What the inputs hold.</summary>
    public InputCounts Inputs { get; } = new(arguments);

    /// <summary>Accounts for the pairs.</summary>
    public OutcomeMerge Outcomes { get; } = new(scorers, preset, sink);

    /// <summary>What was malformed or missing, or stood there twice.</summary>
    public ProblemBoard Problems { get; } = new();

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

    /// <summary>Takes the next shard.</summary>
    public void Take(ShardResult shard)
    {
        shard.Seal();
        var places = Inputs.Take(shard);
        var notes = shard.Faults.Select(f => new Note(f.Piece, f.Line, places.Sentence(f))).ToList();
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
                    var place = places.Of(trace.At.Piece, trace.At.Line);
                    notes.Add(new(trace.At.Piece, trace.At.Line, $"{place}: trace '{trace.Unit.TraceId}' stood before with other content; the first one is scored."));
                }
            }
        }

        if (notes.Count > 0)
        {
            Tell(notes);
        }

        BytesDone += shard.Shard.Bytes;
    }

    /// <summary>Takes the next batch of sessions.</summary>
    public void Take(SessionResult batch)
    {
        batch.Seal();
        for (var i = 0; i < batch.Count; i++)
        {
            Outcomes.Take(batch.Outcomes(i));
            SessionsScored++;
        }
    }

    /// <summary>Takes the outcomes of a unit whose call ended the run.</summary>
    public void TakeLast(OutcomeCursor outcomes) => Outcomes.Take(outcomes);

    /// <inheritdoc/>
    public void Dispose()
    {
        seen.Dispose();
        Kept.Dispose();
        Sessions.Dispose();
        Outcomes.Dispose();
    }

    private void Take(in TraceView trace)
    {
        Selected += trace.IsSelected ? 1 : 0;
        if (trace.Unit.InSession is { IsThere: true } session)
        {
            var place = trace.Json.IsEmpty || !hasSessionScorers ? trace.Place : Kept.Add(trace.Json);
            Sessions.Add(session.Text, trace.RequestTime, place, trace.IsSelected, trace.Content);
        }

        Outcomes.Take(trace.Outcomes);
    }

    private void Tell(List<Note> notes)
    {
        foreach (var note in notes.OrderBy(n => (n.Piece, n.Line)))
        {
            Problems.Add(note.Text);
        }
    }

    private sealed record Note(int Piece, long Line, string Text);
}
