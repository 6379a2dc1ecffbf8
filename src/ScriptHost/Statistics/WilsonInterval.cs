namespace ScriptHost.Statistics;

/// <summary>
/// The 95 % interval of a share by Wilson's score method without continuity correction: E. B. Wilson, Probable inference, the law of succession, and
/// statistical inference, JASA 22 (1927) 209–212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
/// </summary>
/// <param name="Low">The lower end, from 0 to 1.</param>
/// <param name="High">The upper end, from 0 to 1.</param>
internal sealed record WilsonInterval(double Low, double High)
{
    private const double Z = NormalPoint.TwoSided95;

    /// <summary>The interval of so many passes of so many values.</summary>
    /// <param name="passes">From 0 to <paramref name="count"/>.</param>
    /// <param name="count">1 and up.</param>
    public static WilsonInterval Of(long passes, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(passes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passes, count);
        var share = (double)passes / count;
        var spread = Z * Z / count;
        var middle = (share + (spread / 2)) / (1 + spread);
        var half = Math.Sqrt((share * (1 - share) * spread) + (spread * spread / 4)) / (1 + spread);

        // At the ends the formula gives 0 and 1 but for rounding.
        return new(passes == 0 ? 0 : middle - half, passes == count ? 1 : middle + half);
    }
}
