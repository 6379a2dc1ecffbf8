namespace ScriptHost.Statistics;

/// <summary>
/// The mean of numbers and its 95 % interval by Student's t, which takes them for independent. Running sums after Welford
/// (Technometrics 4, 1962), so that nothing is held.
/// </summary>
internal sealed class MeanInterval
{
    private double squares;

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 when there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>The smallest; infinite when there is none.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest; infinite when there is none.</summary>
    public double Most { get; private set; } = double.NegativeInfinity;

    /// <summary>Half the interval's width; null with less than two values, which tell nothing of their spread.</summary>
    public double? Half => Count < 2 ? null : StudentT.Quantile975(Count - 1) * Math.Sqrt(squares / (Count - 1) / Count);

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        Count++;
        var before = value - Mean;
        Mean += before / Count;
        squares += before * (value - Mean);
        Least = Math.Min(Least, value);
        Most = Math.Max(Most, value);
    }
}
