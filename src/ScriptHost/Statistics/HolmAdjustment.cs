namespace ScriptHost.Statistics;

/// <summary>
/// Probabilities adjusted for there being many of them: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6
/// (1979) 65–70; R's <c>p.adjust(p, "holm")</c>. Of all that are below 5 %, one is false with a chance of 5 % at most.
/// </summary>
internal static class HolmAdjustment
{
    /// <summary>The adjusted probabilities, from 0 to 1, in the order of the given ones.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> probabilities)
    {
        var adjusted = new double[probabilities.Count];
        var largest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, adjusted.Length).OrderBy(i => probabilities[i]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, probabilities[index] * (adjusted.Length - rank)));
            adjusted[index] = largest;
        }

        return adjusted;
    }
}
