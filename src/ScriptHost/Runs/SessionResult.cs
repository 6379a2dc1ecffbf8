using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>What scoring a batch of sessions gave: plain data, filled session by session; once sealed it takes no more.</summary>
/// <param name="sessions">The batch.</param>
internal sealed class SessionResult(IReadOnlyList<SessionPlan> sessions)
{
    private readonly Lock gate = new();
    private readonly List<IReadOnlyList<Outcome>> outcomes = [];
    private bool isSealed;

    /// <summary>The batch.</summary>
    public IReadOnlyList<SessionPlan> Sessions => sessions;

    /// <summary>How the pairs of the sessions that are done ended, in the order of sessions and scorers. Read it sealed.</summary>
    public IReadOnlyList<IReadOnlyList<Outcome>> Outcomes => outcomes;

    /// <summary>Takes no more from now on.</summary>
    public void Seal()
    {
        lock (gate)
        {
            isSealed = true;
        }
    }

    /// <summary>A session is done.</summary>
    public void Add(IReadOnlyList<Outcome> session)
    {
        lock (gate)
        {
            if (!isSealed)
            {
                outcomes.Add(session);
            }
        }
    }
}
