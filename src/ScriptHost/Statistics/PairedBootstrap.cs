namespace ScriptHost.Statistics;

/// <summary>
/// The bootstrap of a mean paired difference: groups are drawn again and again, with replacement (B. Efron, R. J. Tibshirani, An introduction to the bootstrap, 1993,
/// chapters 13 and 16; A. C. Davison, D. V. Hinkley, Bootstrap methods and their application, 1997, 3.8 for groups). The seed is fixed: the same pairs give the same numbers.
/// </summary>
/// <param name="Interval">The 95 % interval by percentiles.</param>
/// <param name="Probability">
/// Two-sided, from 0 to 1: twice the share of resamples on the other side of no difference, counting one more on each side, as a probability of 0 cannot be
/// had from samples (Davison and Hinkley, 4.2).
/// </param>
internal sealed record PairedBootstrap(Interval Interval, double Probability)
{
    /// <summary>How many resamples are drawn of up to 5,000 groups; of more, fewer are, and never under 999.</summary>
    public const int MostResamples = 9_999;

    private const ulong Seed = 20_260_101;
    private const int LeastResamples = 999;
    private const long Draws = 50_000_000;

    /// <summary>The bootstrap; null with fewer than two groups, of which nothing can be told.</summary>
    public static PairedBootstrap? Of(PairedDifferences differences)
    {
        if (differences.Groups < 2)
        {
            return null;
        }

        var random = new RandomStream(Seed);
        var means = new double[Math.Clamp(Draws / differences.Groups, LeastResamples, MostResamples)];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = differences.Resample(random);
        }

        Array.Sort(means);
        var below = means.Count(m => m <= 0);
        var above = means.Count(m => m >= 0);

        // The 2.5 % and 97.5 % points are the 250th and 9,750th of 9,999.
        var cut = (int)Math.Round(0.025 * (means.Length + 1));

        return new(
            new(means[cut - 1], means[means.Length - cut]),
            Math.Min(1, 2.0 * (Math.Min(below, above) + 1) / (means.Length + 1)));
    }
}
