namespace ScriptHost.Statistics;

/// <summary>
/// The 95 % interval of the difference of two shares of the same units: method 10 of R. G. Newcombe, Improved confidence intervals for the difference
/// between binomial proportions based on paired data, Statistics in Medicine 17 (1998) 2635–2650. It joins two Wilson intervals by the shares' correlation.
/// </summary>
internal static class PairedShareInterval
{
    /// <summary>The interval of after less before; it stays within -1 and 1.</summary>
    /// <param name="pairs">At least one pair.</param>
    public static Interval Of(PairedCounts pairs)
    {
        var n = pairs.Count;
        var (after, before) = (WilsonInterval.Of(pairs.BothPass + pairs.Gained, n), WilsonInterval.Of(pairs.BothPass + pairs.Lost, n));
        var correlation = Correlation(pairs);

        return new(
            pairs.Difference - Length(pairs.After - after.Low, before.High - pairs.Before, correlation),
            pairs.Difference + Length(after.High - pairs.After, pairs.Before - before.Low, correlation));
    }

    private static double Length(double one, double other, double correlation) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * correlation * one * other) + (other * other)));

    // Phi of the table, nearer to 0 by half a pair when it is positive. In doubles: the product of four margins of a million pairs overflows a long.
    private static double Correlation(PairedCounts pairs)
    {
        var (a, b, c, d) = ((double)pairs.BothPass, (double)pairs.Gained, (double)pairs.Lost, (double)pairs.BothFail);
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        var product = (a * d) - (b * c);
        var corrected = product > 0 ? Math.Max(0, product - (pairs.Count / 2.0)) : product;

        return margins == 0 ? 0 : corrected / Math.Sqrt(margins);
    }
}
