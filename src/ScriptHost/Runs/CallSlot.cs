namespace ScriptHost.Runs;

/// <summary>
/// What one scoring thread is doing, for the <see cref="Watchdog"/> to see: a store or two a call, no lock. The state is 0 between
/// calls, the time a call began while it runs, and <see cref="Overdue"/> once the watchdog found it past its deadline.
/// </summary>
/// <param name="page">Where another process sees it, too; null when none looks.</param>
/// <param name="isShared">Whether other threads of the process score too, which another process can do one by one in processes of their own.</param>
internal sealed class CallSlot(StatusSlot? page = null, bool isShared = false) : IDisposable
{
    private const long Overdue = -1;

    private long state;
    private long overdueSince;
    private CancellationTokenSource deadline = new();

    /// <summary>Whether the calls are a worker's, which another process can replace.</summary>
    public bool IsOfWorker => page is not null;

    /// <summary>Whether a call that goes wrong may be the fault of another thread's, so that it must not be blamed here.</summary>
    public bool IsShared => isShared;

    /// <summary>The call that is going on or was last.</summary>
    public RunningCall Call { get; private set; }

    /// <summary>Notes that a document is being read, which has no deadline.</summary>
    /// <param name="unit">The index of the document in its shard.</param>
    public void Read(int unit) => page?.Read(unit);

    /// <summary>Notes the start of a call.</summary>
    /// <param name="call">Which.</param>
    /// <param name="now">A timestamp, positive and never the same for two calls of one slot.</param>
    /// <returns>Fires at the deadline.</returns>
    public CancellationToken Begin(RunningCall call, long now)
    {
        Call = call;
        page?.Begin(call.Unit, call.Index, now);
        Volatile.Write(ref state, now);

        return deadline.Token;
    }

    /// <summary>Notes the end of a call; true when it was past its deadline.</summary>
    public bool End()
    {
        page?.End();
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
            return now - Volatile.Read(ref overdueSince) > grace;
        }

        // The state says whether the call is still the one whose deadline this is. What registered with the token is not ours: it neither ends nor holds up
        // this thread.
        var token = deadline;
        if (began > 0 && now - began > limit)
        {
            Volatile.Write(ref overdueSince, now);
            if (Interlocked.CompareExchange(ref state, Overdue, began) == began)
            {
                _ = token.CancelAsync();
            }
        }

        return false;
    }
}
