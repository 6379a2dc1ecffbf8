using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptHost.Records;

/// <summary>Writes plain data for another process, or for a later run: little-endian, texts as UTF-16 so that nothing is lost or altered.</summary>
internal sealed class WireWriter
{
    private byte[] buffer = new byte[1024];
    private int length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>How many bytes were written since then.</summary>
    public int Length => length;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => length = 0;

    /// <summary>Writes a byte.</summary>
    public void Write(byte value) => Room(1)[0] = value;

    /// <summary>Writes a truth value.</summary>
    public void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    /// <summary>Writes a number.</summary>
    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    /// <summary>Writes a number.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>Writes a text.</summary>
    public void Write(string text) => Write(text.AsSpan());

    /// <summary>Writes a text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Write(text.Length);
        WriteRaw(MemoryMarshal.AsBytes(text));
    }

    /// <summary>Writes a text that may be missing.</summary>
    public void WriteOptional(string? text)
    {
        Write(text is not null);
        if (text is not null)
        {
            Write(text);
        }
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Write(bytes.Length);
        WriteRaw(bytes);
    }

    /// <summary>Puts a number in the place of one that was written before it was known.</summary>
    /// <param name="place">The <see cref="Length"/> when that was written.</param>
    /// <param name="value">The number.</param>
    public void Replace(int place, int value) => BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(place, sizeof(int)), value);

    /// <summary>Writes bytes without saying how many they are.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>Writes a list.</summary>
    public void Write<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    // What is written goes through here in pieces of a few bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int size)
    {
        var start = length;
        length = checked(start + size);
        if (length > buffer.Length)
        {
            Grow();
        }

        return buffer.AsSpan(start, size);
    }

    private void Grow() => Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * buffer.Length)));
}
