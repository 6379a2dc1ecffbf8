using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>What scoring a batch of sessions gave: plain data, filled session by session; once sealed it takes no more.</summary>
/// <param name="index">The batch's place among all, from 0.</param>
/// <param name="sessions">The batch.</param>
internal sealed class SessionResult(int index, IReadOnlyList<SessionPlan> sessions)
{
    private readonly Lock gate = new();
    private readonly List<IReadOnlyList<Outcome>> outcomes = [];
    private bool isSealed;

    /// <summary>The batch's place among all, from 0.</summary>
    public int Index => index;

    /// <summary>The batch.</summary>
    public IReadOnlyList<SessionPlan> Sessions => sessions;

    /// <summary>How the pairs of the sessions that are done ended, in the order of sessions and scorers. Read it sealed.</summary>
    public IReadOnlyList<IReadOnlyList<Outcome>> Outcomes => outcomes;

    /// <summary>Whether all sessions are done.</summary>
    public bool IsComplete => outcomes.Count == sessions.Count;

    /// <summary>Whether it was done in an earlier life of the run.</summary>
    public bool IsRecalled { get; private set; }

    /// <summary>What is left to do of an order.</summary>
    /// <param name="order">What this was to hold.</param>
    /// <param name="scorers">The index of each scorer that takes part, by name.</param>
    public SessionOrder Rest(SessionOrder order, IReadOnlyDictionary<string, int> scorers)
    {
        lock (gate)
        {
            var quarantine = new Quarantine(order.Strikes);
            foreach (var outcome in outcomes.SelectMany(o => o))
            {
                quarantine.Take(scorers[outcome.Scorer], outcome);
            }

            return order with { Units = order.Units + outcomes.Count, Strikes = quarantine.Strikes };
        }
    }

    /// <summary>Writes all of it; to be called sealed.</summary>
    public void Write(WireWriter writer, OutcomeFormat format)
    {
        writer.Write(index);
        writer.Write(outcomes, session =>
        {
            writer.Write(session[0].TraceId);
            format.Write(writer, session);
        });
    }

    /// <summary>Reads all of it, as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">It is of another batch, or damaged.</exception>
    public void Read(WireReader reader, OutcomeFormat format)
    {
        var noted = reader.ReadInt32() == index ? reader.ReadInt32() : -1;
        if (noted != sessions.Count)
        {
            throw WireReader.Broken();
        }

        outcomes.AddRange([.. sessions.Select(s => format.Read(reader, reader.ReadString(), s.Id))]);
        IsRecalled = true;
    }

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
