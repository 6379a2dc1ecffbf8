using ScriptHost.Contract;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Scores shards and sessions on one thread: the part of a run that a process of its own can host.</summary>
/// <param name="scorers">The thread's scorers.</param>
/// <param name="selection">Which traces to score.</param>
/// <param name="runner">Calls scorers.</param>
/// <param name="slot">Where the watchdog sees what is going on.</param>
internal sealed class ShardScoring(ScorerSet scorers, TraceSelection selection, ScorerRunner runner, CallSlot slot)
{
    /// <summary>Scores the traces of a shard.</summary>
    /// <param name="partial">Says what to read, and takes what is done.</param>
    /// <param name="isWanted">Asked for each well-formed, selected trace; false ends the shard (a limit was reached).</param>
    /// <param name="cancellationToken">Ends the shard between two traces.</param>
    public void Score(ShardResult partial, Func<TraceContent, bool>? isWanted, CancellationToken cancellationToken)
    {
        var shard = partial.Shard;
        var isCut = false;
        for (var i = 0; i < shard.Pieces.Count && !isCut; i++)
        {
            var piece = shard.Pieces[i];
            var documents = 0L;
            using var reader = new PieceReader(piece);
            while (!isCut && reader.Next() is { } document)
            {
                documents++;
                if (document.Trace is not { } trace)
                {
                    partial.Add(new ShardFault(i, document.Line, document.FaultOffset, document.Fault ?? ""));
                }
                else if (cancellationToken.IsCancellationRequested || (isWanted is not null && selection.Exclude(trace) is null && !isWanted(trace)))
                {
                    documents--;
                    isCut = true;
                }
                else
                {
                    partial.Add(Score(trace, document, piece, (i, document.Line)));
                }
            }

            partial.Add(new PieceCount(reader.LinesPassed, documents));
        }

        partial.Complete(MetricBoard.Of(scorers.Descriptions, partial.Traces));
    }

    /// <summary>Scores a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="traces">Its traces, oldest first.</param>
    public IReadOnlyList<Outcome> Score(SessionPlan session, IReadOnlyList<TraceContent> traces) =>
        [.. scorers.Session.Select(s => session.IsSelected
            ? Call(s, session.Id, traces)
            : Outcome.Skipped(s.Name, traces[0].Id, session.Id, "No trace of the session is one that --where and --trace-id select."))];

    private TraceResult Score(TraceContent trace, TraceDocument document, Piece piece, (int Piece, long Line) at)
    {
        var exclusion = selection.Exclude(trace);
        var isMadeByScorer = TraceOrigin.IsScorer(trace);
        var skip = isMadeByScorer ? TraceOrigin.Reason : exclusion;
        var outcomes = new List<Outcome>(scorers.All.Count);
        foreach (var scorer in scorers.All)
        {
            // A session's own outcome comes with the sessions; here stands only what belongs to none.
            var isSessionLevel = scorer.Description.Level == ScorerLevel.Session;
            var reason = skip ?? (isSessionLevel ? "The trace has no session id (metadata 'mlflow.trace.session')." : null);
            if (!isSessionLevel || isMadeByScorer || trace.SessionId is null)
            {
                outcomes.Add(reason is null ? Call(scorer, trace) : Outcome.Skipped(scorer.Name, trace.Id, sessionId: null, reason));
            }
        }

        var session = isMadeByScorer ? null : trace.SessionId;

        return new()
        {
            Id = trace.Id,
            Content = ContentHash.Of(document.Json.Span),
            SessionId = session,
            RequestTime = trace.RequestTime.UtcTicks,
            IsSelected = exclusion is null,
            Place = new(piece.Number, document.Offset, document.Json.Length),
            At = at,
            Json = session is null || scorers.Session.Count == 0 || piece.File.IsSeekable ? default : document.Json.ToArray(),
            Outcomes = outcomes,
        };
    }

    private Outcome Call(BoundScorer scorer, TraceContent trace)
    {
        var deadline = slot.Begin(scorer.Name, trace.Id, sessionId: null, Watchdog.Now);
        var outcome = runner.Score(scorer, trace, deadline);

        return slot.End() ? runner.TimedOut(scorer.Name, trace.Id, sessionId: null) : outcome;
    }

    private Outcome Call(BoundScorer scorer, string sessionId, IReadOnlyList<TraceContent> traces)
    {
        var deadline = slot.Begin(scorer.Name, traces[0].Id, sessionId, Watchdog.Now);
        var outcome = runner.ScoreSession(scorer, sessionId, traces, deadline);

        return slot.End() ? runner.TimedOut(scorer.Name, traces[0].Id, sessionId) : outcome;
    }
}
