using ScriptHost.Contract;
using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Scores shards and sessions on one thread, whoever hosts it: this process, or a worker.</summary>
/// <param name="scorers">The thread's scorers, which go with this.</param>
/// <param name="selection">Which traces to score.</param>
/// <param name="timeout">The longest that one call may take, in wall-clock time.</param>
/// <param name="slot">Where it is seen what is going on.</param>
/// <param name="isProfiled">Whether the cost of each call is measured.</param>
/// <param name="isStrict">Whether every byte of a trace is read, be it asked for or not.</param>
internal sealed class ShardScoring(ScorerSet scorers, TraceSelection selection, TimeSpan timeout, CallSlot slot, bool isProfiled, bool isStrict) : IDisposable
{
    private readonly TraceIndex index = new(isStrict || scorers.All.Any(s => s.Description.ReadsSpans));
    private readonly SessionRooms rooms = new();
    private readonly WireWriter writer = new();
    private OutcomeWriter? outcomes;

    private OutcomeWriter Outcomes => outcomes ??= new(new([.. scorers.All.Select(s => s.Name)]), writer);

    /// <summary>Scores the traces of a shard.</summary>
    /// <param name="shard">What to read.</param>
    /// <param name="order">Where to begin and to end.</param>
    /// <param name="sink">Takes what is done.</param>
    /// <param name="cancellationToken">Ends the shard between two traces.</param>
    public void Score(Shard shard, ShardOrder order, IShardSink sink, CancellationToken cancellationToken)
    {
        var calls = new ScorerCalls(new(timeout), slot, new(order.Strikes), order.Blamed, order.Reused, isProfiled);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var unit = order.Units;
        for (var i = order.Pieces; i < shard.Pieces.Count; i++)
        {
            using var reader = new PieceReader(shard.Pieces[i], index);
            var documents = i == order.Pieces ? order.Documents : 0;
            for (var passed = 0; passed < documents && reader.Skip() is not null; passed++)
            {
            }

            for (; ; unit++)
            {
                slot.Read(unit);
                if ((calls.IsUnreadable(unit) ? reader.Skip() : reader.Next()) is not { } document)
                {
                    break;
                }

                if (document.Trace is not { } trace)
                {
                    sink.Add(new ShardFault(i, document.Line, document.FaultOffset, document.Fault ?? ScorerCalls.Unreadable));
                }
                else if (cancellationToken.IsCancellationRequested || IsTooMany(trace))
                {
                    sink.Cut(new PieceCount(reader.LinesPassed, documents));

                    return;
                }
                else
                {
                    Score(calls, unit, trace, document, shard.Pieces[i], (i, document.Line));

                    // Whichever scorer's call it showed in: that the trace is malformed is no fault of the scorer's, and is not kept from the others.
                    if (trace.LateFault is { } fault)
                    {
                        sink.Add(new ShardFault(i, document.Line, document.Offset + fault.Offset, fault.Message));
                    }
                    else
                    {
                        sink.Add(writer.Written);
                    }
                }

                documents++;
            }

            sink.Add(new PieceCount(reader.LinesPassed, documents));
        }

        sink.Complete();

        bool IsTooMany(TraceContent trace)
        {
            if (order.Most is null || selection.Exclude(trace) is not null)
            {
                return false;
            }

            return !wanted.Contains(trace.Id) && (wanted.Count == order.Most || !wanted.Add(trace.Id));
        }
    }

    /// <summary>Scores sessions.</summary>
    /// <param name="sessions">The sessions.</param>
    /// <param name="order">Where to begin.</param>
    /// <param name="inputs">Where their traces are read again.</param>
    /// <param name="sink">Takes the outcomes of each session, in order.</param>
    /// <param name="cancellationToken">Ends it between two sessions.</param>
    /// <exception cref="InputException">A file changed since it was read first.</exception>
    public void Score(
        IReadOnlyList<SessionPlan> sessions,
        SessionOrder order,
        SessionInputs inputs,
        Action<IReadOnlyList<Outcome>> sink,
        CancellationToken cancellationToken)
    {
        var calls = new ScorerCalls(new(timeout), slot, new(order.Strikes), order.Blamed, order.Reused, isProfiled);
        using var reading = new SessionReading(inputs, rooms);
        for (var unit = order.Units; unit < sessions.Count && !cancellationToken.IsCancellationRequested; unit++)
        {
            slot.Read(unit);
            sink(Score(calls, unit, sessions[unit], reading.Traces(sessions[unit])));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => scorers.Dispose();

    private IReadOnlyList<Outcome> Score(ScorerCalls calls, int unit, SessionPlan session, IReadOnlyList<TraceContent> traces) =>
        [.. scorers.Session.Select(s => Excluded(s.Index, session, traces) is { } reason
            ? Outcome.Skipped(s.Scorer.Name, traces[0].Id, session.Id, reason)
            : calls.Call(unit, s.Index, s.Scorer, session.Id, traces))];

    private string? Excluded(int index, SessionPlan session, IReadOnlyList<TraceContent> traces) =>
        session.IsSelected ? scorers.Exclude(index, traces) : "No trace of the session is one that --where and --trace-id select.";

    // The trace is written as it is scored.
    private void Score(ScorerCalls calls, int unit, TraceContent trace, TraceDocument document, Piece piece, (int Piece, long Line) at)
    {
        var exclusion = selection.Exclude(trace);
        var isMadeByScorer = TraceOrigin.IsScorer(trace);
        var skip = isMadeByScorer ? TraceOrigin.Reason : exclusion;
        var content = ContentHash.Of(document.Json.Span);
        var session = isMadeByScorer ? null : trace.SessionId;
        writer.Clear();
        ShardFormat.Write(writer, new TraceHead
        {
            Id = trace.Id,
            Content = content,
            SessionId = session,
            RequestTime = trace.RequestTime.UtcTicks,
            IsSelected = exclusion is null,
            Place = new(piece.Number, document.Offset, document.Json.Length),
            At = at,
            Json = session is null || scorers.Session.Count == 0 || piece.File.IsSeekable ? default : document.Json,
        });
        Outcomes.Begin();
        for (var number = 0; number < scorers.All.Count; number++)
        {
            // A session's own outcome comes with the sessions; here stands only what belongs to none.
            var scorer = scorers.All[number];
            var isSessionLevel = scorer.Description.Level == ScorerLevel.Session;
            var reason = skip ?? (isSessionLevel ? "The trace has no session id (metadata 'mlflow.trace.session')." : scorers.Exclude(number, trace));
            if (reason is not null && (!isSessionLevel || session is null))
            {
                Outcomes.Add(number, Outcome.Skipped(scorer.Name, trace.Id, sessionId: null, reason));
            }
            else if (!isSessionLevel)
            {
                calls.Call(unit, content, number, scorer, trace, Outcomes);
            }
        }

        Outcomes.End();
    }
}
