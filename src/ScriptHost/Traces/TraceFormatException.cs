namespace ScriptHost.Traces;

/// <summary>A document is no trace.</summary>
/// <param name="offset">Where, in bytes from the start of the document.</param>
/// <param name="message">What was expected and what was found, as the end of a sentence.</param>
internal sealed class TraceFormatException(long offset, string message) : FormatException(message)
{
    /// <summary>Where, in bytes from the start of the document.</summary>
    public long Offset => offset;
}
