namespace ScriptHost.Runs;

/// <summary>
/// What one scoring thread is doing, for the <see cref="Watchdog"/> to see: a store or two a call, no lock. The state is 0 between
/// calls, the time a call began while it runs, and <see cref="Overdue"/> once the watchdog found it past its deadline.
/// </summary>
internal sealed class CallSlot : IDisposable
{
    private const long Overdue = -1;

    private long state;
    private long overdueSince;
    private CancellationTokenSource deadline = new();

    /// <summary>The scorer that is running or ran last.</summary>
    public string Scorer { get; private set; } = "";

    /// <summary>The trace that it runs on; a session's oldest one.</summary>
    public string TraceId { get; private set; } = "";

    /// <summary>The session that it runs on; null for a trace.</summary>
    public string? SessionId { get; private set; }

    /// <summary>Notes the start of a call.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="traceId">The trace; a session's oldest one.</param>
    /// <param name="sessionId">The session; null for a trace.</param>
    /// <param name="now">A timestamp, positive and never the same for two calls of one slot.</param>
    /// <returns>Fires at the deadline.</returns>
    public CancellationToken Begin(string scorer, string traceId, string? sessionId, long now)
    {
        (Scorer, TraceId, SessionId) = (scorer, traceId, sessionId);
        Volatile.Write(ref state, now);

        return deadline.Token;
    }

    /// <summary>Notes the end of a call; true when it was past its deadline.</summary>
    public bool End()
    {
        var isOverdue = Interlocked.Exchange(ref state, 0) == Overdue;
        if (isOverdue)
        {
            // The old one is left to the collector: the watchdog may just be cancelling it.
            deadline = new();
        }

        return isOverdue;
    }

    /// <inheritdoc/>
    public void Dispose() => deadline.Dispose();

    /// <summary>Looks after the call, from the watchdog's thread; true when it did not end within the grace after its deadline.</summary>
    public bool IsHung(long now, long limit, long grace)
    {
        var began = Volatile.Read(ref state);
        if (began == Overdue)
        {
            return now - overdueSince > grace;
        }

        // The state says whether the call is still the one whose deadline this is.
        var token = deadline;
        if (began > 0 && now - began > limit && Interlocked.CompareExchange(ref state, Overdue, began) == began)
        {
            overdueSince = now;
            token.Cancel();
        }

        return false;
    }
}
