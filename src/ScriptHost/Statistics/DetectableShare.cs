namespace ScriptHost.Statistics;

/// <summary>
/// The smallest difference of two shares of the same units that McNemar's test of 5 % finds with a power of 80 %. R. J. Connor, Sample size for testing
/// differences in proportions for the paired-sample design, Biometrics 43 (1987) 207–211, gives the pairs that a difference Δ needs when a share ψ of pairs changes:
/// <c>n = ((z₀.₉₇₅ √ψ + z₀.₈ √(ψ − Δ²)) / Δ)²</c>. Here it is solved for Δ.
/// </summary>
internal static class DetectableShare
{
    // The exact test finds nothing in fewer: 2 / 2⁶ is the first below 5 %.
    private const int FewestDiscordant = 6;

    /// <summary>The difference, above 0 and up to 1; null when so few pairs can show none.</summary>
    /// <param name="count">How many pairs there are, 0 and up.</param>
    /// <param name="discordant">The share of pairs that changed, from 0 to 1.</param>
    public static double? Of(long count, double discordant)
    {
        if (count < FewestDiscordant)
        {
            return null;
        }

        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = PairsFor(middle, discordant) > count ? (middle, high) : (low, middle);
        }

        return Math.Max(high, (double)FewestDiscordant / count);
    }

    /// <summary>How many pairs a difference needs: Connor's formula, not rounded up.</summary>
    /// <param name="difference">Above 0, up to 1.</param>
    /// <param name="discordant">The share of pairs that change; at least the difference, or the difference counts.</param>
    public static double PairsFor(double difference, double discordant)
    {
        var changing = Math.Max(discordant, difference);
        var root = ((NormalPoint.TwoSided95 * Math.Sqrt(changing)) + (NormalPoint.Power80 * Math.Sqrt(changing - (difference * difference)))) / difference;

        return root * root;
    }
}
