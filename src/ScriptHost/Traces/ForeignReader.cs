namespace ScriptHost.Traces;

/// <summary>Reads a file that is no JSON: one fault, and nothing more.</summary>
/// <param name="window">The file's bytes.</param>
/// <param name="why">What it is.</param>
internal sealed class ForeignReader(ByteWindow window, string why) : DocumentReader(window)
{
    /// <inheritdoc/>
    public override long LinesPassed => 1;

    /// <inheritdoc/>
    public override bool Read()
    {
        var isFirst = Fault is null;
        Line = 1;
        Fault = $"the file holds no traces: {why}";

        return isFirst;
    }
}
