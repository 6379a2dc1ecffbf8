using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ScriptHost.Records;

/// <summary>
/// Reads what <see cref="WireWriter"/> wrote. A worker that something broke out into may write anything: nothing is believed, and no more is set
/// aside than there are bytes.
/// </summary>
/// <param name="bytes">What to read.</param>
internal sealed class WireReader(ReadOnlyMemory<byte> bytes)
{
    private int place;

    /// <summary>Reads a byte.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public byte ReadByte() => Take(1)[0];

    /// <summary>Reads a truth value.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        _ => throw Broken(),
    };

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads a number that counts or points into something.</summary>
    /// <param name="end">One more than the highest that it may be.</param>
    /// <exception cref="InvalidDataException">It is negative or too high.</exception>
    public int ReadIndex(int end) => ReadInt32() is var number && number >= 0 && number < end ? number : throw Broken();

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public string ReadString() => ReadInt32() is var length && length >= 0 && length <= bytes.Length / sizeof(char)
        ? new(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))))
        : throw Broken();

    /// <summary>Reads a text that may be missing.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public string? ReadOptional() => ReadBoolean() ? ReadString() : null;

    /// <summary>Reads bytes, which stay where they are.</summary>
    /// <exception cref="InvalidDataException">They are cut.</exception>
    public ReadOnlyMemory<byte> ReadBytes()
    {
        var length = ReadInt32();
        var start = place;
        Take(length);

        return bytes.Slice(start, length);
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public IReadOnlyList<T> ReadList<T>(Func<T> read)
    {
        // Every item takes a byte at least.
        var count = ReadIndex(bytes.Length - place + 1);
        var items = new List<T>(Math.Min(count, 1024));
        for (var i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return items;
    }

    /// <summary>What is thrown when the data makes no sense.</summary>
    public static InvalidDataException Broken() => new("The data is not what a worker writes.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > bytes.Length - place)
        {
            throw Broken();
        }

        place += length;

        return bytes.Span.Slice(place - length, length);
    }
}
