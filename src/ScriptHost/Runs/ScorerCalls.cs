using System.Diagnostics;
using ScriptHost.Contract;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Calls scorers on the units of one shard or batch, where they may be called at all. Used by one thread.</summary>
/// <param name="runner">Calls a scorer.</param>
/// <param name="slot">Where it is seen which call is going on.</param>
/// <param name="quarantine">Which scorers are not called any more.</param>
/// <param name="blamed">Pairs that are not tried again.</param>
/// <param name="reused">Pairs that need not be tried.</param>
/// <param name="isProfiled">Whether the cost of each call is measured.</param>
internal sealed class ScorerCalls(ScorerRunner runner, CallSlot slot, Quarantine quarantine, IReadOnlyList<Blame> blamed, ReusedPairs reused, bool isProfiled)
{
    /// <summary>What is said of a document whose reading ended workers, without a full stop.</summary>
    public static string Unreadable => "reading the trace needed more memory than a worker may have";

    /// <summary>Whether reading a document is not tried again.</summary>
    public bool IsUnreadable(int unit) => CodeOf(unit, scorer: -1) is not null;

    /// <summary>Calls a trace-level scorer.</summary>
    /// <param name="unit">The index of the trace's document in its shard.</param>
    /// <param name="content">The document's <see cref="ContentHash"/>.</param>
    /// <param name="index">The index of the scorer.</param>
    /// <param name="scorer">The scorer.</param>
    /// <param name="trace">The trace; none that a scorer made.</param>
    /// <param name="outcomes">Takes how it ended.</param>
    public void Call(int unit, ulong content, int index, BoundScorer scorer, TraceContent trace, OutcomeWriter outcomes)
    {
        var call = new RunningCall(unit, index, scorer.Name, trace.Id, SessionId: null);
        if (Withheld(call, content) is { } withheld)
        {
            outcomes.Add(index, Taken(call, withheld));

            return;
        }

        var began = Began();
        var result = runner.Ask(scorer, new(trace), slot.Begin(call, Watchdog.Now));
        if (End(result.OnlyError == ErrorCode.OutOfMemory))
        {
            outcomes.Add(index, Taken(call, Ended(call, ErrorCode.Timeout) with { Cost = Cost(began) }));

            return;
        }

        quarantine.Take(index, result.Kind, result.OnlyError);
        outcomes.Add(index, result, Cost(began));
    }

    /// <summary>Calls a session-level scorer.</summary>
    public Outcome Call(int unit, int index, BoundScorer scorer, string sessionId, IReadOnlyList<TraceContent> traces)
    {
        var call = new RunningCall(unit, index, scorer.Name, traces[0].Id, sessionId);

        // Its traces are read where they stood; that a file changed since is told at the end of the run.
        return Taken(call, Withheld(call, content: 0) ?? Finished(call, Began(), runner.Score(scorer, new(traces, sessionId), slot.Begin(call, Watchdog.Now))));
    }

    private Outcome? Withheld(RunningCall call, ulong content)
    {
        if (reused.Has(call.Unit, content, call.Index))
        {
            return Outcome.TakenOver(call.Scorer, call.TraceId, call.SessionId);
        }

        if (quarantine.Holds(call.Index))
        {
            return Outcome.Skipped(call.Scorer, call.TraceId, call.SessionId, Quarantine.Reason);
        }

        return CodeOf(call.Unit, call.Index) is { } code ? Ended(call, code) : null;
    }

    // There are none, or a few.
    private string? CodeOf(int unit, int scorer)
    {
        // Without a closure, which every call would make.
        for (var i = 0; i < blamed.Count; i++)
        {
            if (blamed[i].Unit == unit && blamed[i].Scorer == scorer)
            {
                return blamed[i].Code;
            }
        }

        return null;
    }

    private (long Time, long Bytes) Began() => isProfiled ? (Watchdog.Now, GC.GetAllocatedBytesForCurrentThread()) : default;

    private CallCost? Cost((long Time, long Bytes) began) =>
        isProfiled ? new(Stopwatch.GetElapsedTime(began.Time), GC.GetAllocatedBytesForCurrentThread() - began.Bytes) : null;

    private Outcome Finished(RunningCall call, (long Time, long Bytes) began, Outcome outcome)
    {
        var isOverdue = End(outcome is { Kind: OutcomeKind.Error, Feedbacks: [{ Error.Code: ErrorCode.OutOfMemory }] });

        return (isOverdue ? Ended(call, ErrorCode.Timeout) : outcome) with { Cost = Cost(began) };
    }

    // Notes the end of a call; true when it was past its deadline.
    private bool End(bool isOutOfMemory)
    {
        // What others keep may have left too little for this one: whoever can replace the process finds out with a new one.
        if (slot.IsOfWorker && isOutOfMemory)
        {
            throw new InsufficientMemoryException();
        }

        var isOverdue = slot.End();

        // Another thread's call may have held this one up, while memory was collected for it.
        return isOverdue && slot.IsShared ? throw new TimeoutException() : isOverdue;
    }

    private Outcome Ended(RunningCall call, string code) => runner.Ended(call.Scorer, call.TraceId, call.SessionId, code);

    private Outcome Taken(RunningCall call, Outcome outcome)
    {
        quarantine.Take(call.Index, outcome);

        return outcome;
    }
}
