namespace ScriptHost.Traces;

/// <summary>Memory for a text that is looked at once, and used again for the next one.</summary>
internal sealed class ScratchBytes
{
    // What is longer is rare, and not worth holding.
    private const int Most = 1 << 18;

    private byte[] bytes = new byte[1 << 12];

    /// <summary>Memory of some length; its content is anything.</summary>
    public Span<byte> Of(int length)
    {
        if (length > Most)
        {
            return new byte[length];
        }

        if (bytes.Length < length)
        {
            bytes = new byte[Math.Min(2 * length, Most)];
        }

        return bytes.AsSpan(0, length);
    }
}
