using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ScriptHost.Records;

namespace ScriptHost.Reports;

/// <summary>
/// Puts lines of JSON together from pieces that are mostly known beforehand: what a <see cref="Utf8JsonWriter"/> with <see cref="JsonFormat.Line"/> writes,
/// at a fraction of the time. Whoever uses it sees to brackets and commas.
/// </summary>
internal sealed class JsonLine
{
    private const int LongestNumber = 64;

    private static readonly JavaScriptEncoder Encoder = JsonFormat.Line.Encoder ?? JavaScriptEncoder.Default;

    private byte[] buffer = new byte[256];

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets the beginning of what was written.</summary>
    /// <param name="count">How many bytes.</param>
    public void Leave(int count)
    {
        Written[count..].CopyTo(buffer);
        Length -= count;
    }

    /// <summary>A text as JSON, for pieces that are used again and again.</summary>
    public static byte[] Quoted(ReadOnlySpan<char> text)
    {
        var line = new JsonLine();
        line.Text(text);

        return line.Written.ToArray();
    }

    /// <summary>Sees to it that some bytes have room, so that the next pieces need not be looked at each.</summary>
    /// <returns>All the room there is; whoever fills some of it calls <see cref="Fill"/>.</returns>
    public Span<byte> Open(int size) => Room(size);

    /// <summary>Takes what was put into the room that <see cref="Open"/> gave.</summary>
    /// <param name="count">How many bytes.</param>
    public void Fill(int count) => Length += count;

    /// <summary>Writes JSON as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Length += json.Length;
    }

    /// <summary>Writes a text in quotes. Half a pair of surrogates becomes U+FFFD, since JSON has no other way to be UTF-8.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length) + 2);
        room[0] = (byte)'"';
        var isWhole = Utf8.FromUtf16(text, room[1..], out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done;
        if (isWhole && Encoder.FindFirstCharacterToEncodeUtf8(room.Slice(1, written)) < 0)
        {
            room[written + 1] = (byte)'"';
            Length += written + 2;
        }
        else
        {
            Escaped(text);
        }
    }

    /// <summary>Writes a number.</summary>
    public void Number(long value) => Advance(value.TryFormat(Room(LongestNumber), out var written, provider: CultureInfo.InvariantCulture), written);

    /// <summary>Writes a number.</summary>
    /// <param name="value">Finite.</param>
    public void Number(double value) => Advance(value.TryFormat(Room(LongestNumber), out var written, provider: CultureInfo.InvariantCulture), written);

    /// <summary>Writes a number.</summary>
    public void Number(decimal value) => Advance(value.TryFormat(Room(LongestNumber), out var written, provider: CultureInfo.InvariantCulture), written);

    /// <summary>Writes a number in hexadecimal, 32 digits, without quotes.</summary>
    public void Hex(TraceKey value)
    {
        Hex(value, Room(LongestNumber));
        Length += 4 * sizeof(ulong);
    }

    /// <summary>Puts a number in hexadecimal, 32 digits, somewhere else.</summary>
    public static void Hex(TraceKey value, Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], value.Low);
        Convert.TryToHexStringLower(bytes, target, out _);
    }

    // Whoever writes JSON everywhere else knows best how texts with quotes, controls or halves look in it.
    private void Escaped(ReadOnlySpan<char> text)
    {
        var escaped = new ArrayBufferWriter<byte>(text.Length + 16);
        using (var json = new Utf8JsonWriter(escaped, JsonFormat.Line))
        {
            json.WriteStringValue(text);
        }

        Raw(escaped.WrittenSpan);
    }

    private void Advance(bool isWritten, int written) => Length += isWritten ? written : throw new InvalidOperationException("A number needs more room than any.");

    // A line is made of a dozen pieces, most of them known to the compiler.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int size)
    {
        if (size > buffer.Length - Length)
        {
            Grow(size);
        }

        return buffer.AsSpan(Length);
    }

    private void Grow(int size) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + size));
}
