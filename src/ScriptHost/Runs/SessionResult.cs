using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>What scoring a batch of sessions gave: plain data, filled session by session; once sealed it takes no more.</summary>
/// <param name="index">The batch's place among all, from 0.</param>
/// <param name="sessions">The batch.</param>
/// <param name="format">How outcomes are written.</param>
/// <param name="reuse">What is taken over from an earlier run; null when nothing is.</param>
internal sealed class SessionResult(int index, IReadOnlyList<SessionPlan> sessions, OutcomeFormat format, Reuse? reuse = null)
{
    private readonly Lock gate = new();
    private readonly WireWriter writer = new();
    private readonly List<byte[]> done = [];
    private readonly ReuseFilling? filling = reuse is null ? null : new(reuse);
    private bool isSealed;

    /// <summary>The batch's place among all, from 0.</summary>
    public int Index => index;

    /// <summary>The batch.</summary>
    public IReadOnlyList<SessionPlan> Sessions => sessions;

    /// <summary>How many sessions are done. Read it sealed.</summary>
    public int Count => done.Count;

    /// <summary>Whether all sessions are done.</summary>
    public bool IsComplete => done.Count == sessions.Count;

    /// <summary>Whether it was done in an earlier life of the run.</summary>
    public bool IsRecalled { get; private set; }

    /// <summary>How the pairs of a session that is done ended, in the order of scorers. Read it sealed.</summary>
    /// <param name="session">From 0 to <see cref="Count"/>, exclusive.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public OutcomeCursor Outcomes(int session) => Outcomes(done[session], session);

    /// <summary>What is left to do of an order.</summary>
    /// <param name="order">What this was to hold.</param>
    public SessionOrder Rest(SessionOrder order)
    {
        lock (gate)
        {
            var quarantine = new Quarantine(order.Strikes);
            for (var i = 0; i < done.Count; i++)
            {
                foreach (var outcome in Outcomes(i))
                {
                    quarantine.Take(outcome);
                }
            }

            return order with { Units = order.Units + done.Count, Strikes = quarantine.Strikes };
        }
    }

    /// <summary>Writes a session as <see cref="AddWritten"/> takes it.</summary>
    public static void Write(WireWriter target, OutcomeFormat format, IReadOnlyList<Outcome> session)
    {
        // The oldest trace's id goes with the outcomes, since who reads them may know only its place.
        target.Write(session[0].TraceId);
        format.Write(target, session);
    }

    /// <summary>Writes all of it; to be called sealed.</summary>
    public void Write(WireWriter target)
    {
        target.Write(index);
        target.Write(done.Count);
        for (var i = 0; i < done.Count; i++)
        {
            target.Write(sessions[i].Id);
            target.Write((long)sessions[i].Content);
            target.Write(done[i]);
        }
    }

    /// <summary>Reads all of it, as <see cref="Write(WireWriter)"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">It is of another batch, or damaged.</exception>
    public void Read(WireReader reader)
    {
        if (reader.ReadInt32() != index)
        {
            throw WireReader.Broken();
        }

        var noted = Parts(reader);
        if (!noted.Select(n => n.Id).SequenceEqual(sessions.Select(s => s.Id), StringComparer.Ordinal))
        {
            throw WireReader.Broken();
        }

        for (var i = 0; i < noted.Count; i++)
        {
            Check(noted[i].Outcomes, i);
        }

        done.AddRange(noted.Select(n => n.Outcomes));
        IsRecalled = true;
    }

    /// <summary>The sessions of a batch of another run, from what <see cref="Write(WireWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IReadOnlyList<(string Id, ulong Content, byte[] Outcomes)> Of(WireReader reader)
    {
        reader.ReadInt32();

        return Parts(reader);
    }

    /// <summary>The outcomes of a session as it is written.</summary>
    /// <param name="session">The session as it is written.</param>
    /// <param name="id">The session's id.</param>
    /// <param name="scorers">How many scorers take part.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static OutcomeCursor Outcomes(ReadOnlySpan<byte> session, ReadOnlySpan<char> id, int scorers)
    {
        var wire = new WireSpan(session);
        var oldest = wire.ReadText();

        return new(wire.Rest, UnitView.OfSession(oldest, id), scorers);
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
        writer.Clear();
        Write(writer, format, session);
        AddWritten(writer.Written);
    }

    /// <summary>Adds a session as it is written.</summary>
    /// <exception cref="InvalidDataException">It makes no sense, or there are more than were asked for.</exception>
    public void AddWritten(ReadOnlySpan<byte> session)
    {
        Check(session, done.Count);
        session = filling is null ? session : filling.Filled(session, sessions[done.Count], Outcomes(session, done.Count));
        lock (gate)
        {
            if (!isSealed)
            {
                done.Add(session.ToArray());
            }
        }
    }

    private void Check(ReadOnlySpan<byte> session, int number)
    {
        if (number >= sessions.Count)
        {
            throw WireReader.Broken();
        }

        foreach (var outcome in Outcomes(session, number))
        {
            // What cannot be read has thrown.
            _ = outcome.Kind;
        }
    }

    private static IReadOnlyList<(string Id, ulong Content, byte[] Outcomes)> Parts(WireReader reader) =>
        reader.ReadList(() => (reader.ReadString(), (ulong)reader.ReadInt64(), reader.ReadBytes().ToArray()));

    private OutcomeCursor Outcomes(ReadOnlySpan<byte> session, int number) => Outcomes(session, sessions[number].Id, format.Scorers.Count);
}
