using System.Buffers.Binary;
using ScriptHost.Records;

namespace ScriptHost.Workers;

/// <summary>Frames over a pipe: a verb, a length of four bytes, and that many bytes. Reading and writing may go on side by side.</summary>
/// <param name="input">Where frames come from.</param>
/// <param name="output">Where frames go.</param>
internal sealed class FrameStream(Stream input, Stream output) : IDisposable
{
    // The largest document that a line of a trace file can be, and some.
    private const int MaxLength = 1 << 30;

    private const int HeadLength = 5;

    private const int Full = 32 << 10;

    // A pipe is read by whole buffers, and not twice for each frame.
    private readonly BufferedStream arriving = new(input, 64 << 10);
    private readonly MemoryStream unsent = new();
    private byte[] received = new byte[4096];

    /// <summary>Whether frames wait for <see cref="Flush"/>.</summary>
    public bool HasUnsent => unsent.Length > 0;

    /// <summary>Writes a frame, which may wait for <see cref="Flush"/>.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Write(WorkerVerb verb, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)verb;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        unsent.Write(head);
        unsent.Write(content);
        if (unsent.Length >= Full)
        {
            Flush();
        }
    }

    /// <summary>Sends what waits.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Flush()
    {
        output.Write(unsent.GetBuffer().AsSpan(0, (int)unsent.Length));
        output.Flush();
        unsent.SetLength(0);
    }

    /// <summary>Reads a frame, whose content is valid until the next one is read; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is no frame.</exception>
    /// <exception cref="IOException">It is cut.</exception>
    public (WorkerVerb Verb, ReadOnlyMemory<byte> Content)? Read()
    {
        Span<byte> head = stackalloc byte[HeadLength];
        var length = arriving.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (length < HeadLength)
        {
            return length == 0 ? null : throw new EndOfStreamException();
        }

        length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length is < 0 or > MaxLength)
        {
            throw WireReader.Broken();
        }

        Fill(length);

        return ((WorkerVerb)head[0], received.AsMemory(0, length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        unsent.Dispose();
        arriving.Dispose();
        output.Dispose();
    }

    // Grows with what really comes, so that a length alone costs nothing.
    private void Fill(int length)
    {
        for (var filled = 0; filled < length;)
        {
            if (filled == received.Length)
            {
                Array.Resize(ref received, Math.Min(Math.Max(length, 4096), received.Length * 4));
            }

            var room = Math.Min(received.Length, length) - filled;
            arriving.ReadExactly(received, filled, room);
            filled += room;
        }
    }
}
