namespace ScriptHost.Statistics;

/// <summary>Natural logarithms of factorials.</summary>
internal static class LogFactorial
{
    private const int Summed = 64;

    /// <summary>ln n!, to about 14 digits: a sum of logarithms for small n, Stirling's series for others (DLMF 5.11.1).</summary>
    /// <param name="n">0 and up.</param>
    public static double Of(long n)
    {
        if (n < Summed)
        {
            var sum = 0.0;
            for (var k = 2; k <= n; k++)
            {
                sum += Math.Log(k);
            }

            return sum;
        }

        var inverse = 1.0 / n;
        var square = inverse * inverse;

        return (n * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI * n)) + (inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square / 1260)))));
    }
}
