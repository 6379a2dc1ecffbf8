using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>Which traces belong to which session, and where they stand: 32 bytes a trace.</summary>
internal sealed class SessionIndex
{
    private const int PieceLength = 1024;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];

    // In pieces, since a list that doubles leaves as much behind as it holds.
    private readonly List<Entry[]> pieces = [];
    private int count;

    /// <summary>How many sessions there are.</summary>
    public int Count => ids.Count;

    /// <summary>Whether no trace was noted.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Takes note of a session.</summary>
    /// <returns>Its number, in order of first appearance.</returns>
    public int Add(string sessionId)
    {
        if (!numbers.TryGetValue(sessionId, out var number))
        {
            number = ids.Count;
            numbers.Add(sessionId, number);
            ids.Add(sessionId);
        }

        return number;
    }

    /// <summary>Takes note of a session's trace; called in input order.</summary>
    public void Add(string sessionId, long requestTime, TracePlace place, bool isSelected)
    {
        if (count % PieceLength == 0)
        {
            pieces.Add(new Entry[PieceLength]);
        }

        pieces[^1][count % PieceLength] = new(Add(sessionId), isSelected, requestTime, place);
        count++;
    }

    /// <summary>
    /// The sessions in input order of their oldest traces. A session's traces are oldest first, of the same time in input order. A
    /// session is made of its selected traces; one without any has only its oldest trace and is not selected.
    /// </summary>
    public IEnumerable<SessionPlan> InOrder()
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        order.AsSpan().Sort((a, b) => Key(a).CompareTo(Key(b)));
        var groups = new List<(int Oldest, int From, int Count)>(ids.Count);
        for (var from = 0; from < count;)
        {
            var first = At(order[from]);
            var members = 1;
            while (from + members < count && At(order[from + members]) is { IsSelected: true } next && next.Session == first.Session)
            {
                members++;
            }

            groups.Add((order[from], from, first.IsSelected ? members : 1));
            from += members;
            while (from < count && At(order[from]).Session == first.Session)
            {
                from++;
            }
        }

        groups.Sort();

        return groups.Select(g => new SessionPlan(
            ids[At(g.Oldest).Session],
            At(g.Oldest).IsSelected,
            [.. order.AsSpan(g.From, g.Count).ToArray().Select(i => At(i).Place)]));
    }

    private ref readonly Entry At(int index) => ref pieces[index / PieceLength][index % PieceLength];

    private (int Session, bool IsLeftOut, long RequestTime, int Order) Key(int index)
    {
        ref readonly var entry = ref At(index);

        return (entry.Session, !entry.IsSelected, entry.RequestTime, index);
    }

    // A run holds one for each trace: automatic layout leaves no gaps between the members.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Session, bool IsSelected, long RequestTime, TracePlace Place);
}
