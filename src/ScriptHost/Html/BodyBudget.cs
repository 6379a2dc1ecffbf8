namespace ScriptHost.Html;

/// <summary>
/// Shares the bytes that a report may have among its traces: what small ones leave is there for large ones that follow. The share of a
/// trace is counted before compression, by the rate that was reached so far.
/// </summary>
/// <param name="bytes">What all bodies may take in the file.</param>
/// <param name="traces">How many there will be.</param>
internal sealed class BodyBudget(long bytes, long traces)
{
    // A trace may have more than its share, since most have less; nothing readable fits below the least.
    private const int Generosity = 3;
    private const int Least = 1024;

    // Deflate on JSON of spans, as base64; what is measured takes its place soon.
    private long rawBytes = 4_000_000;
    private long writtenBytes = 1_000_000;
    private long left = bytes;
    private long coming = traces;

    /// <summary>The most bytes that the next trace should have before compression.</summary>
    public long Share => Math.Max(Least, (long)((double)Math.Max(0, left) / Math.Max(1, coming) * rawBytes / writtenBytes * Generosity));

    /// <summary>Takes note of traces that were written.</summary>
    /// <param name="count">How many.</param>
    /// <param name="raw">Their bytes before compression.</param>
    /// <param name="written">Their bytes in the file.</param>
    public void Spend(int count, long raw, long written)
    {
        coming -= count;
        left -= written;
        rawBytes += raw;
        writtenBytes += written;
    }
}
