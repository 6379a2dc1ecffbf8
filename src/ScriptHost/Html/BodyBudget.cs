namespace ScriptHost.Html;

/// <summary>
/// Shares the bytes that a report may have among its traces. How much a trace may have before compression is found by trying: after each
/// block it is more or less, as the block took less or more of the file than the average that is left.
/// </summary>
/// <param name="bytes">What all bodies may take in the file.</param>
/// <param name="traces">How many there will be.</param>
internal sealed class BodyBudget(long bytes, long traces)
{
    // JSON of spans, deflated and as base64, takes a quarter to a tenth.
    private const double UsualRate = 6;
    private const double Least = 1000;
    private const double Most = 8_000_000;
    private const double SteepestStep = 1.25;

    private double left = bytes;
    private long coming = traces;

    /// <summary>The most bytes that the next trace should have before compression.</summary>
    public double Share { get; private set; } = Math.Clamp(UsualRate * bytes / Math.Max(1, traces), Least, Most);

    /// <summary>Takes note of traces that were written.</summary>
    /// <param name="count">How many.</param>
    /// <param name="written">Their bytes in the file.</param>
    public void Spend(int count, long written)
    {
        coming -= count;
        left -= written;
        var wanted = Math.Max(0, left) / Math.Max(1, coming);
        var step = wanted * count / Math.Max(1, written);
        Share = Math.Clamp(Share * Math.Clamp(step, 1 / SteepestStep, SteepestStep), Least, Most);
    }
}
