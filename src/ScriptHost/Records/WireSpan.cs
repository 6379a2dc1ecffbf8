using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ScriptHost.Records;

/// <summary>Reads what <see cref="WireWriter"/> wrote where it lies, and makes nothing of it: for what comes by the million. Nothing is believed.</summary>
/// <param name="bytes">What to read.</param>
/// <param name="place">Where to begin; not behind the end.</param>
internal ref struct WireSpan(ReadOnlySpan<byte> bytes, int place = 0)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes are before what was not read yet.</summary>
    public int Place { get; private set; } = place;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => bytes[Place..];

    /// <summary>Reads a byte.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public byte ReadByte() => Take(1)[0];

    /// <summary>Reads a truth value.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        _ => throw WireReader.Broken(),
    };

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads a number that counts or points into something.</summary>
    /// <param name="end">One more than the highest that it may be.</param>
    /// <exception cref="InvalidDataException">It is negative or too high.</exception>
    public int ReadIndex(int end) => ReadInt32() is var number && number >= 0 && number < end ? number : throw WireReader.Broken();

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">There is none left.</exception>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public decimal ReadDecimal()
    {
        try
        {
            return new([ReadInt32(), ReadInt32(), ReadInt32(), ReadInt32()]);
        }
        catch (ArgumentException)
        {
            throw WireReader.Broken();
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public ReadOnlySpan<char> ReadText() => ReadInt32() is var length && length >= 0 && length <= (bytes.Length - Place) / sizeof(char)
        ? MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char)))
        : throw WireReader.Broken();

    /// <summary>Reads a text that may be missing.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public OptionalText ReadOptional() => ReadBoolean() ? new(ReadText()) : default;

    /// <summary>Reads bytes.</summary>
    /// <exception cref="InvalidDataException">They are cut.</exception>
    public ReadOnlySpan<byte> ReadBytes() => Take(ReadInt32());

    /// <summary>Passes over some bytes.</summary>
    /// <exception cref="InvalidDataException">There are not as many left.</exception>
    public ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)(bytes.Length - Place))
        {
            throw WireReader.Broken();
        }

        var taken = bytes.Slice(Place, length);
        Place += length;

        return taken;
    }
}
