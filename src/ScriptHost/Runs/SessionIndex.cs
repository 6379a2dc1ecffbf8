using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>Which traces belong to which session, and where they stand: 28 bytes a trace, and 8 a session beside its id.</summary>
internal sealed class SessionIndex
{
    private readonly SessionIds ids = new();
    private readonly PiecedList<Entry> entries = new();
    private readonly PiecedList<ulong> contents = new();

    /// <summary>How many sessions there are.</summary>
    public int Count => ids.Count;

    /// <summary>Whether no trace was noted.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Takes note of a session without its traces. An index has either traces for all of its sessions or for none.</summary>
    public void Add(ReadOnlySpan<char> sessionId) => ids.Add(sessionId);

    /// <summary>Takes note of a session's trace; called in input order.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="requestTime">When the request came, in ticks of UTC.</param>
    /// <param name="place">Where the trace stands.</param>
    /// <param name="isSelected">Whether it is to be scored.</param>
    /// <param name="content">The trace's <see cref="ContentHash"/>.</param>
    public void Add(ReadOnlySpan<char> sessionId, long requestTime, TracePlace place, bool isSelected, ulong content)
    {
        var session = ids.Add(sessionId);
        if (session == contents.Count)
        {
            contents.Add(0);
        }

        contents[session] = ContentHash.Join(contents[session], isSelected ? content : ~content);
        entries.Add(new(session, isSelected, requestTime, place));
    }

    /// <summary>
    /// The sessions in input order of their oldest traces. A session's traces are oldest first, of the same time in input order. A
    /// session is made of its selected traces; one without any has only its oldest trace and is not selected.
    /// </summary>
    public IEnumerable<SessionPlan> InOrder()
    {
        var (ends, order) = BySession();
        var oldest = new int[Count];
        for (var session = 0; session < Count; session++)
        {
            var members = order.AsSpan(From(ends, session)..ends[session]);
            members.Sort((a, b) => Key(a).CompareTo(Key(b)));
            oldest[session] = members[0];
        }

        var sessions = Enumerable.Range(0, Count).ToArray();
        Array.Sort(oldest, sessions);

        return sessions.Select(s => Plan(s, order.AsMemory(From(ends, s)..ends[s])));
    }

    private static int From(int[] ends, int session) => session == 0 ? 0 : ends[session - 1];

    // Counted, then laid out: the traces of each session together, in input order, and where each session's end.
    private (int[] Ends, int[] Order) BySession()
    {
        var ends = new int[Count];
        for (var i = 0; i < entries.Count; i++)
        {
            ends[entries[i].Session]++;
        }

        for (var (session, from) = (0, 0); session < Count; session++)
        {
            (ends[session], from) = (from, from + ends[session]);
        }

        var order = new int[entries.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[ends[entries[i].Session]++] = i;
        }

        return (ends, order);
    }

    private SessionPlan Plan(int session, ReadOnlyMemory<int> members)
    {
        var places = new List<TracePlace>(members.Length);
        foreach (var i in members.Span)
        {
            if (entries[i].IsSelected || places.Count == 0)
            {
                places.Add(entries[i].Place);
            }
        }

        return new(ids[session], entries[members.Span[0]].IsSelected, places, contents[session]);
    }

    // The selected ones first, oldest first.
    private (bool IsLeftOut, long RequestTime, int Order) Key(int index) => (!entries[index].IsSelected, entries[index].RequestTime, index);

    // A run holds one for each trace: packed, since alignment would add four bytes.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly struct Entry(int session, bool isSelected, long requestTime, TracePlace place)
    {
        private readonly int sessionAndChoice = (session << 1) | (isSelected ? 1 : 0);
        private readonly int file = place.File;
        private readonly int length = place.Length;
        private readonly long offset = place.Offset;

        public long RequestTime { get; } = requestTime;

        public int Session => sessionAndChoice >> 1;

        public bool IsSelected => (sessionAndChoice & 1) == 1;

        public TracePlace Place => new(file, offset, length);
    }
}
