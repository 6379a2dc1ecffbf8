using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>Which traces belong to which session, and where they stand: 40 bytes a trace.</summary>
internal sealed class SessionIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly List<Entry> entries = [];

    /// <summary>How many sessions there are.</summary>
    public int Count => ids.Count;

    /// <summary>Takes note of a trace; called in input order.</summary>
    public void Add(string sessionId, long requestTime, TracePlace place, bool isSelected)
    {
        if (!numbers.TryGetValue(sessionId, out var number))
        {
            number = ids.Count;
            numbers.Add(sessionId, number);
            ids.Add(sessionId);
        }

        entries.Add(new(number, isSelected, requestTime, entries.Count, place));
    }

    /// <summary>
    /// The sessions in input order of their oldest traces. A session's traces are oldest first, of the same time in input order. A
    /// session is made of its selected traces; one without any has only its oldest trace and is not selected.
    /// </summary>
    public IEnumerable<SessionPlan> InOrder()
    {
        entries.Sort((a, b) => (a.Session, !a.IsSelected, a.RequestTime, a.Order).CompareTo((b.Session, !b.IsSelected, b.RequestTime, b.Order)));
        var groups = new List<(int Oldest, int From, int Count)>(ids.Count);
        for (var from = 0; from < entries.Count;)
        {
            var first = entries[from];
            var count = 1;
            while (from + count < entries.Count && entries[from + count].Session == first.Session && entries[from + count].IsSelected)
            {
                count++;
            }

            groups.Add((first.Order, from, first.IsSelected ? count : 1));
            from += count;
            while (from < entries.Count && entries[from].Session == first.Session)
            {
                from++;
            }
        }

        groups.Sort();

        return groups.Select(g => new SessionPlan(
            ids[entries[g.From].Session],
            entries[g.From].IsSelected,
            [.. entries.GetRange(g.From, g.Count).Select(e => e.Place)]));
    }

    // A run holds one for each trace: automatic layout leaves no gaps between the members.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Session, bool IsSelected, long RequestTime, int Order, TracePlace Place);
}
