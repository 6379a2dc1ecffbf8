using System.Buffers;

namespace ScriptHost.Traces;

/// <summary>A window of bytes that moves over a stream and grows to hold what has to be seen at once.</summary>
/// <param name="stream">Where the bytes come from.</param>
/// <param name="offset">Where the stream stands in its file.</param>
/// <param name="length">Where the file ends, so that nobody has to try to read on from there; null where that is not known.</param>
internal sealed class ByteWindow(Stream stream, long offset, long? length = null) : IDisposable
{
    /// <summary>The most that one document may have, 1 GiB.</summary>
    public const int MaxLength = 1 << 30;

    // Lent, since every shard needs one: large arrays that are thrown away stay in memory for long.
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
    private int start;
    private int end;

    /// <summary>Whether the stream has come to its end.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Where <see cref="Bytes"/> begin, in bytes from the start of the file.</summary>
    public long Offset => offset + start;

    /// <summary>What was read and not passed; changed by <see cref="Fill"/>.</summary>
    public Memory<byte> Bytes => buffer.AsMemory(start, end - start);

    /// <summary>Reads on; false when there is no more.</summary>
    /// <exception cref="InvalidDataException">The window is full: a document of more than <see cref="MaxLength"/> bytes.</exception>
    public bool Fill()
    {
        if (IsEnd)
        {
            return false;
        }

        if (end == buffer.Length)
        {
            MakeRoom();
        }

        var count = stream.Read(buffer.AsSpan(end));
        end += count;
        IsEnd = count == 0 || offset + end == length;

        return count > 0;
    }

    /// <summary>Leaves bytes behind.</summary>
    public void Pass(int count) => start += count;

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, start, end) = ([], 0, 0);
    }

    private void MakeRoom()
    {
        // Bytes behind are dropped when that makes much room; else the window doubles.
        var target = buffer;
        if (start < buffer.Length / 2)
        {
            if (buffer.Length >= MaxLength)
            {
                throw new InvalidDataException($"one document has more than {MaxLength:N0} bytes");
            }

            target = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        }

        buffer.AsSpan(start, end - start).CopyTo(target);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        offset += start;
        end -= start;
        start = 0;
    }
}
