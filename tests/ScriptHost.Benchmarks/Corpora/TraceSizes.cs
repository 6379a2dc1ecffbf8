namespace ScriptHost.Benchmarks.Corpora;

/// <summary>
/// Draws sizes like those of agents' traces: p50 7.7 KB, p90 19 KB, p99 107 KB, at most 938 KB, and so 12.9 KB in the mean. Between the
/// knots a size grows by equal factors.
/// </summary>
internal static class TraceSizes
{
    private static readonly (double Share, double Bytes)[] Knots =
        [(0, 3_200), (0.5, 7_700), (0.9, 19_000), (0.95, 26_000), (0.99, 107_000), (0.999, 250_000), (1, 938_000)];

    /// <summary>The next size, in bytes.</summary>
    public static double Next(Random random)
    {
        var share = random.NextDouble();
        var above = Array.FindIndex(Knots, 1, k => share <= k.Share);
        var (low, high) = (Knots[above - 1], Knots[above]);

        return low.Bytes * Math.Pow(high.Bytes / low.Bytes, (share - low.Share) / (high.Share - low.Share));
    }
}
