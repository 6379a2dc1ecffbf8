namespace ScriptHost.Comparison;

/// <summary>Numbers for the traces and sessions of two runs, and what of them each run has.</summary>
internal sealed class UnitNumbers
{
    private const byte SeenBefore = 1;
    private const byte SeenAfter = 2;

    private readonly Dictionary<(string Id, bool IsSession), int> numbers = [];
    private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);
    private readonly List<byte> seen = [];
    private readonly List<int?> groupOf = [];

    /// <summary>How the traces came together.</summary>
    public UnitCounts Traces => Count(isSession: false);

    /// <summary>How the sessions that were scored came together.</summary>
    public UnitCounts Sessions => Count(isSession: true);

    /// <summary>Whether some trace is known to belong to a session.</summary>
    public bool KnowsSessions => groups.Count > 0;

    /// <summary>The number of what an outcome is about.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="isAfter">Whether it is of the run after.</param>
    public int Of(RecordedOutcome outcome, bool isAfter)
    {
        var key = (outcome.SessionId ?? outcome.TraceId, outcome.SessionId is not null);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = seen.Count);
            seen.Add(0);
            groupOf.Add(null);
        }

        seen[number] |= isAfter ? SeenAfter : SeenBefore;
        if (outcome.InSession is { } session)
        {
            if (!groups.TryGetValue(session, out var group))
            {
                groups.Add(session, group = groups.Count);
            }

            groupOf[number] = group;
        }

        return number;
    }

    /// <summary>The group that a unit counts in: its session, or one of its own, which are below 0.</summary>
    public int GroupOf(int number) => groupOf[number] ?? -1 - number;

    private UnitCounts Count(bool isSession)
    {
        var counts = new long[4];
        foreach (var (_, number) in numbers.Where(n => n.Key.IsSession == isSession))
        {
            counts[seen[number]]++;
        }

        return new(counts[SeenBefore | SeenAfter], counts[SeenBefore], counts[SeenAfter]);
    }
}
