namespace ScriptHost.Scoring;

/// <summary>
/// All values of a feedback name, for exact quantiles in bounded memory: the first 4,096 distinct ones are counted, 8,192 others are
/// held, and the rest is spilled.
/// </summary>
/// <param name="spill">Makes room outside memory; called at most once.</param>
internal sealed class OrderedValues(Func<SpilledValues> spill) : IDisposable
{
    private const int MaxCounted = 4_096;

    private const int MaxHeld = 8_192;

    private readonly Dictionary<ulong, long> counted = [];
    private readonly List<ulong> held = [];
    private SpilledValues? spilled;

    /// <summary>Adds a value.</summary>
    public void Add(double value) => Add(SortKey.Of(value));

    /// <summary>The values at these ranks in ascending order, exactly; in the order of the ranks.</summary>
    /// <param name="ranks">From 0 to the number of values, exclusive.</param>
    public double[] At(ReadOnlySpan<long> ranks)
    {
        var found = spilled is null ? Sorted(ranks) : RankSearch.Find(All, ranks);
        var values = new double[found.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = SortKey.ToValue(found[i]);
        }

        return values;
    }

    /// <inheritdoc/>
    public void Dispose() => spilled?.Dispose();

    private void Add(ulong key)
    {
        if (counted.TryGetValue(key, out var count) || counted.Count < MaxCounted)
        {
            counted[key] = count + 1;

            return;
        }

        held.Add(key);
        if (held.Count == MaxHeld)
        {
            (spilled ??= spill()).Append(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(held));
            held.Clear();
        }
    }

    // What is in memory is sorted sooner than searched.
    private ulong[] Sorted(ReadOnlySpan<long> ranks)
    {
        var keys = new ulong[counted.Count + held.Count];
        counted.Keys.CopyTo(keys, 0);
        held.CopyTo(keys, counted.Count);
        Array.Sort(keys);
        var found = new ulong[ranks.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var at = -1;
            for (var rest = ranks[i]; rest >= 0; rest -= counted.TryGetValue(keys[at], out var times) ? times : 1)
            {
                at++;
            }

            found[i] = keys[at];
        }

        return found;
    }

    private IEnumerable<(ulong Key, long Times)> All()
    {
        foreach (var (key, times) in counted)
        {
            yield return (key, times);
        }

        foreach (var key in held)
        {
            yield return (key, 1);
        }

        foreach (var piece in spilled?.Read() ?? [])
        {
            for (var i = 0; i < piece.Length; i++)
            {
                yield return (piece.Span[i], 1);
            }
        }
    }
}
