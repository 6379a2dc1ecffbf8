using System.Buffers;
using System.Buffers.Binary;
using ScriptHost.Records;

namespace ScriptHost.Workers;

/// <summary>Frames of one lane: a verb, a length of four bytes, and that many bytes. Reading and writing may go on side by side.</summary>
/// <param name="pipe">What they go over.</param>
/// <param name="lane">The lane.</param>
internal sealed class FrameStream(FramePipe pipe, int lane) : IDisposable
{
    private const int HeadLength = 5;

    private const int Full = 128 << 10;

    private readonly MemoryStream unsent = new();
    private ArraySegment<byte> block;
    private int next;

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
        if (unsent.Length > 0)
        {
            pipe.Send(lane, unsent.GetBuffer().AsSpan(0, (int)unsent.Length));
            unsent.SetLength(0);
        }
    }

    /// <summary>Reads a frame, whose content is valid until the next one is read; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is no frame.</exception>
    /// <exception cref="IOException">It is cut.</exception>
    public (WorkerVerb Verb, ReadOnlyMemory<byte> Content)? Read()
    {
        while (next == block.Count)
        {
            Release();
            if (pipe.Take(lane) is not { } arrived)
            {
                return null;
            }

            block = arrived;
        }

        var rest = block.AsMemory(next);
        if (rest.Length < HeadLength
            || BinaryPrimitives.ReadInt32LittleEndian(rest.Span[1..]) is var length && (length < 0 || length > rest.Length - HeadLength))
        {
            throw WireReader.Broken();
        }

        next += HeadLength + length;

        return ((WorkerVerb)rest.Span[0], rest.Slice(HeadLength, length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        unsent.Dispose();
    }

    private void Release()
    {
        if (block.Array is { } array)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        (block, next) = (default, 0);
    }
}
