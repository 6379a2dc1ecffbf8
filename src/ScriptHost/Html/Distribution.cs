namespace ScriptHost.Html;

/// <summary>
/// How often values fall where, in few bins of one width, without knowing their range beforehand: when a value lies outside, the bins
/// become twice as wide and merge by two. Widths are powers of two and bins begin at multiples of them, so that the result depends on
/// the values alone and not on their order.
/// </summary>
internal sealed class Distribution
{
    private const int Most = 32;

    // Below it, bins at the size of usual numbers would need more digits than a double has.
    private const int Finest = -40;

    private readonly SortedDictionary<double, long> bins = [];
    private int exponent = Finest;
    private double least = double.PositiveInfinity;
    private double most = double.NegativeInfinity;

    /// <summary>The width of a bin.</summary>
    public double Width => Math.ScaleB(1, exponent);

    /// <summary>Where each bin that holds something begins, and how many values it holds; in order.</summary>
    public IReadOnlyCollection<KeyValuePair<double, long>> Bins => bins;

    /// <summary>Takes a value, which must be finite.</summary>
    public void Add(double value)
    {
        (least, most) = (Math.Min(least, value), Math.Max(most, value));
        Put(value, 1);
        while (bins.Count > 1 && Math.Floor(most / Width) - Math.Floor(least / Width) >= Most)
        {
            Widen();
        }
    }

    private void Widen()
    {
        var old = bins.ToList();
        bins.Clear();
        exponent++;
        foreach (var (start, count) in old)
        {
            Put(start, count);
        }
    }

    private void Put(double value, long count)
    {
        var start = Math.Floor(value / Width) * Width;
        bins[start] = bins.GetValueOrDefault(start) + count;
    }
}
