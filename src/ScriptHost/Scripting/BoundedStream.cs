namespace ScriptHost.Scripting;

/// <summary>Takes so many bytes and no more.</summary>
/// <param name="limit">In bytes.</param>
internal sealed class BoundedStream(int limit) : MemoryStream
{
    /// <inheritdoc/>
    /// <exception cref="IOException">The limit is passed.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The limit is passed.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    private void Check(int count)
    {
        if (Position + count > limit)
        {
            throw new IOException($"More than {limit} bytes were written.");
        }
    }
}
