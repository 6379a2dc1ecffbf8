namespace ScriptHost.Statistics;

/// <summary>Student's t distribution, as far as 95 % intervals need it.</summary>
internal static class StudentT
{
    // Of the normal distribution.
    private const double Z = 1.959963984540054;

    // To ten degrees of freedom from the usual tables; above, the expansion below is right to five digits.
    private static readonly double[] Few =
    [
        12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852,
    ];

    /// <summary>The 97.5 % point: 2.5 % of values lie above it. Cornish and Fisher's expansion (Abramowitz and Stegun, 26.7.5).</summary>
    /// <param name="degreesOfFreedom">1 and up.</param>
    public static double Quantile975(long degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (degreesOfFreedom <= Few.Length)
        {
            return Few[degreesOfFreedom - 1];
        }

        double n = degreesOfFreedom;
        var z2 = Z * Z;
        var first = Z * (z2 + 1) / 4;
        var second = Z * ((((5 * z2) + 16) * z2) + 3) / 96;
        var third = Z * ((((((3 * z2) + 19) * z2) + 17) * z2) - 15) / 384;
        var fourth = Z * ((((((((79 * z2) + 776) * z2) + 1482) * z2) - 1920) * z2) - 945) / 92160;

        return Z + ((first + ((second + ((third + (fourth / n)) / n)) / n)) / n);
    }
}
