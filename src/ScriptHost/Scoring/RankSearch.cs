namespace ScriptHost.Scoring;

/// <summary>
/// Finds values by their rank without sorting them: four passes, each of which learns 16 more bits of every value that is sought.
/// </summary>
internal static class RankSearch
{
    private const int Step = 16;

    private const int Passes = 64 / Step;

    /// <summary>The keys at the ranks, in the same order.</summary>
    /// <param name="all">All keys with how often they occur, anew for each pass.</param>
    /// <param name="ranks">From 0 to the number of keys, exclusive; a few.</param>
    public static ulong[] Find(Func<IEnumerable<(ulong Key, long Times)>> all, ReadOnlySpan<long> ranks)
    {
        var (prefixes, rests) = (new ulong[ranks.Length], ranks.ToArray());
        for (var pass = 0; pass < Passes; pass++)
        {
            var shift = 64 - Step - (pass * Step);
            var counts = Buckets(prefixes);
            foreach (var (key, times) in all())
            {
                var digits = key >> shift;
                if (Array.IndexOf(prefixes, digits >> Step) is >= 0 and var sought)
                {
                    counts[sought][digits & ((1 << Step) - 1)] += times;
                }
            }

            for (var i = 0; i < prefixes.Length; i++)
            {
                (prefixes[i], rests[i]) = Narrow(counts[i], prefixes[i], rests[i]);
            }
        }

        return prefixes;
    }

    // What begins alike is counted once.
    private static long[][] Buckets(ulong[] prefixes)
    {
        var counts = new long[prefixes.Length][];
        for (var i = 0; i < counts.Length; i++)
        {
            var first = Array.IndexOf(prefixes, prefixes[i]);
            counts[i] = first < i ? counts[first] : new long[1 << Step];
        }

        return counts;
    }

    private static (ulong Prefix, long Offset) Narrow(long[] buckets, ulong prefix, long rest)
    {
        var bucket = 0;
        while (rest >= buckets[bucket])
        {
            rest -= buckets[bucket++];
        }

        return ((prefix << Step) | (uint)bucket, rest);
    }
}
