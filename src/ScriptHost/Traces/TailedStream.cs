namespace ScriptHost.Traces;

/// <summary>A stream, then some bytes.</summary>
/// <param name="first">The stream; stays open.</param>
/// <param name="last">The bytes.</param>
internal sealed class TailedStream(Stream first, byte[] last) : ReadingStream
{
    private int given;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (first.Read(buffer) is > 0 and var count)
        {
            return count;
        }

        var rest = last.AsSpan(given, Math.Min(last.Length - given, buffer.Length));
        rest.CopyTo(buffer);
        given += rest.Length;

        return rest.Length;
    }
}
