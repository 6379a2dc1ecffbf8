using System.Buffers;
using System.Buffers.Binary;

namespace ScriptHost.Runs;

/// <summary>Traces as <see cref="ShardFormat"/> wrote them, one behind the other, in a pooled buffer that grows; emptied when disposed.</summary>
internal sealed class WrittenTraces : IDisposable
{
    private byte[] buffer = [];
    private int length;

    /// <summary>All of them, each with its length before it, for a <see cref="TraceCursor"/>.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <summary>Adds a trace.</summary>
    public void Add(ReadOnlySpan<byte> trace)
    {
        var room = Room(sizeof(int) + trace.Length);
        BinaryPrimitives.WriteInt32LittleEndian(room, trace.Length);
        trace.CopyTo(room[sizeof(int)..]);
    }

    /// <summary>Adds others.</summary>
    /// <param name="traces">As <see cref="Bytes"/> has them.</param>
    public void AddAll(ReadOnlySpan<byte> traces) => traces.CopyTo(Room(traces.Length));

    /// <inheritdoc/>
    public void Dispose()
    {
        Return();
        (buffer, length) = ([], 0);
    }

    private Span<byte> Room(int size)
    {
        var end = checked(length + size);
        if (end > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(end, (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
            Bytes.CopyTo(larger);
            Return();
            buffer = larger;
        }

        var room = buffer.AsSpan(length, size);
        length = end;

        return room;
    }

    private void Return()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
