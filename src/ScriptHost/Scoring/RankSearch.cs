namespace ScriptHost.Scoring;

/// <summary>
/// Finds values by their rank without sorting them: four passes, each of which learns 16 more bits of every value that is sought.
/// </summary>
internal static class RankSearch
{
    private const int Step = 16;

    private const int Passes = 64 / Step;

    /// <summary>The keys at the ranks.</summary>
    /// <param name="all">All keys with how often they occur, anew for each pass.</param>
    /// <param name="ranks">From 0 to the number of keys, exclusive.</param>
    public static IReadOnlyDictionary<long, ulong> Find(Func<IEnumerable<(ulong Key, long Times)>> all, IEnumerable<long> ranks)
    {
        var sought = ranks.Distinct().ToDictionary(rank => rank, rank => (Prefix: 0UL, Offset: rank));
        for (var pass = 0; pass < Passes; pass++)
        {
            var shift = 64 - Step - (pass * Step);
            var counts = sought.Values.Select(s => s.Prefix).Distinct().ToDictionary(prefix => prefix, _ => new long[1 << Step]);
            foreach (var (key, times) in all())
            {
                var digits = key >> shift;
                if (counts.TryGetValue(digits >> Step, out var buckets))
                {
                    buckets[digits & ((1 << Step) - 1)] += times;
                }
            }

            foreach (var (rank, (prefix, rest)) in sought.ToArray())
            {
                sought[rank] = Narrow(counts[prefix], prefix, rest);
            }
        }

        return sought.ToDictionary(s => s.Key, s => s.Value.Prefix);
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
