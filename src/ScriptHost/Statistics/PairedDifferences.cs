namespace ScriptHost.Statistics;

/// <summary>
/// Differences of pairs, in groups that belong together: the traces of one session resemble each other and count as one draw. E. Miller, Adding error bars to
/// evals, arXiv:2411.00640 (2024), says why and how for model evaluations.
/// </summary>
internal sealed class PairedDifferences
{
    private readonly double[] sums;
    private readonly long[] counts;

    /// <summary>Sums them up by group.</summary>
    /// <param name="pairs">The group and the difference, after less before, of each pair.</param>
    public PairedDifferences(IEnumerable<(int Group, double Difference)> pairs)
    {
        var places = new Dictionary<int, int>();
        var (sum, count) = (new List<double>(), new List<long>());
        foreach (var (group, difference) in pairs)
        {
            if (!places.TryGetValue(group, out var place))
            {
                places.Add(group, place = sum.Count);
                sum.Add(0);
                count.Add(0);
            }

            sum[place] += difference;
            count[place]++;
        }

        (sums, counts) = ([.. sum], [.. count]);
        Count = counts.Sum();
        Mean = sums.Sum() / Count;
    }

    /// <summary>How many pairs there are.</summary>
    public long Count { get; }

    /// <summary>How many groups they are in.</summary>
    public int Groups => sums.Length;

    /// <summary>The mean difference; NaN of no pairs.</summary>
    public double Mean { get; }

    /// <summary>
    /// The standard error of the mean, groups counting as draws; null with fewer than two. With S and n the sum and number of each of G groups and m the mean:
    /// <c>√(G/(G−1) · Σ(S − m n)²) / Σn</c>, the cluster-robust error of a ratio (W. G. Cochran, Sampling techniques, 3rd ed., 1977, 6.3 and 9A.1).
    /// </summary>
    public double? StandardError
    {
        get
        {
            if (Groups < 2)
            {
                return null;
            }

            var squares = 0.0;
            for (var i = 0; i < sums.Length; i++)
            {
                var rest = sums[i] - (Mean * counts[i]);
                squares += rest * rest;
            }

            return Math.Sqrt(squares * Groups / (Groups - 1)) / Count;
        }
    }

    /// <summary>
    /// The smallest mean difference that a two-sided test of 5 % finds with a power of 80 %: <c>(z₀.₉₇₅ + z₀.₈) · standard error</c>, about 2.8 of them. H. S. Bloom,
    /// Minimum detectable effects, Evaluation Review 19 (1995) 547–556. Null when there is no error to tell from, as when all pairs differ alike.
    /// </summary>
    public double? Detectable => StandardError is > 0 and var error ? (NormalPoint.TwoSided95 + NormalPoint.Power80) * error : null;

    /// <summary>The mean of a resample: as many groups as there are, drawn with replacement.</summary>
    public double Resample(RandomStream random)
    {
        var (sum, count) = (0.0, 0L);
        for (var i = 0; i < sums.Length; i++)
        {
            var drawn = random.Below(sums.Length);
            sum += sums[drawn];
            count += counts[drawn];
        }

        return sum / count;
    }
}
