using System.Buffers;
using System.Buffers.Binary;
using ScriptHost.Records;

namespace ScriptHost.Workers;

/// <summary>
/// What goes between a worker process and its parent, of several lanes over one pair of pipes: blocks of a lane's number (one byte), a length (four) and
/// that many bytes, whole frames. Whoever waits for its lane reads for all while nobody else does.
/// </summary>
/// <param name="input">Where blocks come from.</param>
/// <param name="output">Where blocks go.</param>
/// <param name="lanes">How many lanes, 1 to 255.</param>
internal sealed class FramePipe(Stream input, Stream output, int lanes) : IDisposable
{
    // The largest document that a line of a trace file can be, and some.
    private const int MaxLength = 1 << 30;

    private const int HeadLength = 5;

    private readonly Queue<ArraySegment<byte>>[] arrived = [.. Enumerable.Range(0, lanes).Select(_ => new Queue<ArraySegment<byte>>())];
    private readonly object arrival = new();
    private readonly Lock sending = new();
    private bool isReading;
    private bool isOver;
    private Exception? fault;

    /// <summary>Sends frames of one lane.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(int lane, ReadOnlySpan<byte> frames)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)lane;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], frames.Length);
        lock (sending)
        {
            output.Write(head);
            output.Write(frames);
            output.Flush();
        }
    }

    /// <summary>
    /// The next block of a lane, in an array of the shared pool that is the caller's from here on; null at the end. Lanes may take their blocks side by side.
    /// </summary>
    /// <exception cref="InvalidDataException">What came is no block.</exception>
    /// <exception cref="IOException">It is cut.</exception>
    public ArraySegment<byte>? Take(int lane)
    {
        lock (arrival)
        {
            while (arrived[lane].Count == 0 && !isOver)
            {
                ReadOrWait();
            }

            if (arrived[lane].TryDequeue(out var block))
            {
                return block;
            }

            return fault is null ? null : throw Again(fault);
        }
    }

    /// <summary>Reads for all lanes until the end, whether or not they wait.</summary>
    public void Pump()
    {
        lock (arrival)
        {
            while (!isOver)
            {
                ReadOrWait();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }

    // The same fault ends each lane; an exception is thrown on one thread.
    private static Exception Again(Exception fault) => fault switch
    {
        InvalidDataException => new InvalidDataException(fault.Message, fault),
        EndOfStreamException => new EndOfStreamException(fault.Message, fault),
        _ => new IOException(fault.Message, fault),
    };

    // Called with the lock, which others may have while this waits.
    private void ReadOrWait()
    {
        if (isReading)
        {
            Monitor.Wait(arrival);

            return;
        }

        isReading = true;
        Monitor.Exit(arrival);
        (int Lane, ArraySegment<byte> Content)? block = null;
        Exception? broken = null;
        try
        {
            block = Next();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException)
        {
            broken = e;
        }
        finally
        {
            Monitor.Enter(arrival);
            isReading = false;
            fault = broken;
            isOver = block is null;
            if (block is var (lane, content))
            {
                arrived[lane].Enqueue(content);
            }

            Monitor.PulseAll(arrival);
        }
    }

    private (int Lane, ArraySegment<byte> Content)? Next()
    {
        Span<byte> head = stackalloc byte[HeadLength];
        var read = input.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (read < HeadLength)
        {
            return read == 0 ? null : throw new EndOfStreamException();
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (head[0] >= arrived.Length || length is < 0 or > MaxLength)
        {
            throw WireReader.Broken();
        }

        // Grows with what really comes, so that a length alone costs nothing.
        var content = ArrayPool<byte>.Shared.Rent(Math.Min(length, 64 << 10));
        for (var filled = 0; filled < length;)
        {
            if (filled == content.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, content.Length * 4L));
                content.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(content);
                content = larger;
            }

            var room = Math.Min(content.Length, length) - filled;
            input.ReadExactly(content, filled, room);
            filled += room;
        }

        return (head[0], new(content, 0, length));
    }
}
