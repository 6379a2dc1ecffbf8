using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// Which traces belong to which session, and where they stand. Traces are noted in temporary files, sorted by session in a few hundred parts, so that no
/// more than a part is ever in memory: it takes as much of it for ten million traces as for a hundred thousand. Without traces it counts sessions.
/// </summary>
/// <param name="hasTraces">Whether traces are noted.</param>
internal sealed class SessionIndex(bool hasTraces) : IDisposable
{
    private readonly SeenKeys sessions = new();
    private readonly SpilledParts entries = new();
    private readonly SpilledParts plans = new();
    private readonly WireWriter writer = new();
    private TraceKey? last;
    private long noted;
    private long? planned;

    /// <summary>How many sessions there are. Once it was asked for, no more traces are noted.</summary>
    public long Count => hasTraces ? planned ??= PlanAll() : sessions.Count;

    /// <summary>Whether no trace was noted.</summary>
    public bool IsEmpty => noted == 0;

    /// <summary>Takes note of a session's trace; called in input order.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="requestTime">When the request came, in ticks of UTC.</param>
    /// <param name="place">Where the trace stands.</param>
    /// <param name="isSelected">Whether it is to be scored.</param>
    /// <param name="content">The trace's <see cref="ContentHash"/>.</param>
    public void Add(ReadOnlySpan<char> sessionId, long requestTime, TracePlace place, bool isSelected, ulong content)
    {
        var session = TraceKey.Of(sessionId);
        if (hasTraces)
        {
            writer.Clear();
            new SessionEntry(noted++, session, isSelected, requestTime, place, content).Write(writer, sessionId);
            entries.Add(PartOf(session), writer.Written);
        }
        else if (session != last)
        {
            // A session's traces are mostly neighbours.
            sessions.Add(session, content: 0, out _);
            last = session;
        }
    }

    /// <summary>
    /// The sessions in input order of their oldest traces. A session's traces are oldest first, of the same time in input order. A
    /// session is made of its selected traces; one without any has only its oldest trace and is not selected.
    /// </summary>
    public IEnumerable<SessionPlan> InOrder()
    {
        planned ??= PlanAll();
        var parts = new PriorityQueue<IEnumerator<ReadOnlyMemory<byte>>, long>();
        for (var part = 0; part < SpilledParts.Parts; part++)
        {
            Advance(plans.Read(part).GetEnumerator());
        }

        while (parts.TryDequeue(out var next, out _))
        {
            yield return SessionPlanFormat.Read(next.Current, out _);

            Advance(next);
        }

        void Advance(IEnumerator<ReadOnlyMemory<byte>> part)
        {
            if (part.MoveNext())
            {
                SessionPlanFormat.Read(part.Current, out var oldest);
                parts.Enqueue(part, oldest);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sessions.Dispose();
        entries.Dispose();
        plans.Dispose();
    }

    private static int PartOf(TraceKey session) => (int)(session.High % SpilledParts.Parts);

    // Sorts each part's sessions by their oldest traces; returns how many there are in all.
    private long PlanAll()
    {
        var count = 0L;
        for (var part = 0; part < SpilledParts.Parts; part++)
        {
            // No two sessions have the same oldest trace.
            var planned = Sessions(part).Select(Plan).ToList();
            planned.Sort((a, b) => a.Oldest.CompareTo(b.Oldest));
            foreach (var (oldest, plan) in planned)
            {
                writer.Clear();
                SessionPlanFormat.Write(writer, plan, oldest);
                plans.Add(part, writer.Written);
                count++;
            }

            entries.Clear(part);
        }

        return count;
    }

    private Dictionary<TraceKey, Noted>.ValueCollection Sessions(int part)
    {
        var found = new Dictionary<TraceKey, Noted>();
        foreach (var record in entries.Read(part))
        {
            var entry = SessionEntry.Read(record.Span, out var id);
            if (!found.TryGetValue(entry.Session, out var session))
            {
                session = new(id.ToString(), []);
                found.Add(entry.Session, session);
            }

            session.Entries.Add(entry);
        }

        return found.Values;
    }

    private static Planned Plan(Noted session)
    {
        var entries = session.Entries;

        // In input order, as they were noted.
        var content = entries.Aggregate(0UL, (before, e) => ContentHash.Join(before, e.IsSelected ? e.Content : ~e.Content));
        entries.Sort((a, b) => a.Age.CompareTo(b.Age));
        var oldest = entries[0];

        return new(oldest.Order, new(session.Id, oldest.IsSelected, [.. entries.Where(e => e.IsSelected || e == oldest).Select(e => e.Place)], content));
    }

    private sealed record Noted(string Id, List<SessionEntry> Entries);

    private sealed record Planned(long Oldest, SessionPlan Plan);
}
