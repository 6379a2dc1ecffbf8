using System.Globalization;

namespace ScriptHost.Traces;

/// <summary>A window of bytes that moves over a stream and grows to hold what has to be seen at once.</summary>
internal sealed class ByteWindow : IDisposable
{
    /// <summary>The most that one document may have, 1 GiB.</summary>
    public const int MaxLength = 1 << 30;

    // What is read behind the last byte that is surely wanted: the rest of most documents.
    private const int Reserve = 1 << 14;

    private readonly Stream stream;
    private readonly long? length;
    private readonly long wanted;
    private WindowBuffer buffer = WindowBuffer.Rent();
    private long position;
    private int start;
    private int end;

    /// <summary>A window that has no bytes yet.</summary>
    /// <param name="stream">Where the bytes come from.</param>
    /// <param name="offset">Where the stream stands in its file.</param>
    /// <param name="length">Where the file ends, so that nobody has to try to read on from there; null where that is not known.</param>
    /// <param name="wanted">To where the bytes are wanted, a document that begins before it aside.</param>
    public ByteWindow(Stream stream, long offset, long? length = null, long wanted = long.MaxValue)
    {
        (this.stream, position, this.length, this.wanted) = (stream, offset, length, wanted);
        start = end = buffer.Place(offset);
    }

    /// <summary>Whether the stream has come to its end.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Where <see cref="Bytes"/> begin, in bytes from the start of the file.</summary>
    public long Offset => position - (end - start);

    /// <summary>What was read and not passed; changed by <see cref="Fill"/>.</summary>
    public Memory<byte> Bytes => buffer.Bytes.AsMemory(start, end - start);

    /// <summary>Reads on; false when there is no more.</summary>
    /// <exception cref="InvalidDataException">The window is full: a document of more than <see cref="MaxLength"/> bytes.</exception>
    public bool Fill()
    {
        if (IsEnd)
        {
            return false;
        }

        if (end == buffer.End)
        {
            MakeRoom();
        }

        var room = buffer.End - end;
        var count = stream.Read(buffer.Bytes.AsSpan(end, position < wanted && wanted - position < room - Reserve ? Wanted() : room));
        end += count;
        position += count;
        IsEnd = count == 0 || position == length;

        return count > 0;
    }

    /// <summary>Leaves bytes behind.</summary>
    public void Pass(int count) => start += count;

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        if (buffer.Length > 0)
        {
            buffer.Return();
        }

        (buffer, start, end) = (new([], 0, 0), 0, 0);
    }

    // Up to the end of a page, which the next read begins with then.
    private int Wanted() => (int)(((wanted + Reserve) & -WindowBuffer.Page) - position);

    private void MakeRoom()
    {
        // Bytes behind are dropped when that makes much room; else the window doubles.
        var target = buffer;
        if (start - buffer.Origin < buffer.Length / 2)
        {
            if (buffer.Length >= MaxLength)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"one document has more than {MaxLength:N0} bytes"));
            }

            target = buffer.Twice();
        }

        var place = target.Place(Offset);
        buffer.Bytes.AsSpan(start, end - start).CopyTo(target.Bytes.AsSpan(place));
        if (target.Bytes != buffer.Bytes)
        {
            buffer.Return();
            buffer = target;
        }

        (start, end) = (place, place + (end - start));
    }
}
