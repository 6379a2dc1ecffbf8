namespace ScriptHost.Statistics;

/// <summary>
/// McNemar's test in its exact form: if nothing changed but by chance, a pair that differs went one way or the other like a coin, so that what went
/// one way is binomial. Q. McNemar, Psychometrika 12 (1947) 153–157; R's <c>binom.test</c> and statsmodels' <c>mcnemar(exact=True)</c> compute the same.
/// </summary>
internal static class McNemarTest
{
    /// <summary>The two-sided probability, from 0 to 1, of so uneven a split or a more uneven one; 1 when no pair differs.</summary>
    /// <param name="gained">Pairs that went one way, 0 and up.</param>
    /// <param name="lost">Pairs that went the other way, 0 and up.</param>
    public static double Probability(long gained, long lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        var count = gained + lost;
        var fewer = Math.Min(gained, lost);
        if (2 * fewer >= count - 1)
        {
            // Both tails meet.
            return 1;
        }

        // The terms below the greatest shrink by a factor that itself shrinks: soon they add nothing.
        var term = Math.Exp(LogFactorial.Of(count) - LogFactorial.Of(fewer) - LogFactorial.Of(count - fewer) - (count * Math.Log(2)));
        var tail = 0.0;
        for (var k = fewer; k >= 0 && tail + term > tail; k--)
        {
            tail += term;
            term *= (double)k / (count - k + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
