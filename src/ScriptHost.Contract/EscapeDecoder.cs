using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>
/// Decodes the text of JSON strings: quicker than <c>Utf8JsonReader</c> where there are many escapes, as in the JSON texts that span attributes
/// hold. The texts are valid; what is not valid in them all the same becomes U+FFFD, like half a surrogate pair.
/// </summary>
internal static class EscapeDecoder
{
    private const int Step = 32;

    private const int UnitLength = 6;

    // By the character; -1 for what is none.
    private static readonly int[] HexDigits = Digits();

    /// <summary>A string's text.</summary>
    /// <param name="json">The JSON string, quotation marks included.</param>
    public static string Text(ReadOnlySpan<byte> json)
    {
        var text = json[1..^1];
        var first = text.IndexOf((byte)'\\');
        if (first < 0)
        {
            return Encoding.UTF8.GetString(text);
        }

        var decoded = ArrayPool<byte>.Shared.Rent(text.Length);
        text[..first].CopyTo(decoded);
        var length = first + Decode(text[first..], decoded.AsSpan(first));
        var result = Encoding.UTF8.GetString(decoded, 0, length);
        ArrayPool<byte>.Shared.Return(decoded);

        return result;
    }

    /// <summary>A string's text in UTF-8.</summary>
    /// <param name="text">What stands between the quotation marks.</param>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
        {
            return text.ToArray();
        }

        var decoded = ArrayPool<byte>.Shared.Rent(text.Length);
        var result = decoded.AsSpan(0, Decode(text, decoded)).ToArray();
        ArrayPool<byte>.Shared.Return(decoded);

        return result;
    }

    /// <summary>Decodes a string's text into UTF-8, which is never longer.</summary>
    /// <param name="text">What stands between the quotation marks.</param>
    /// <param name="target">At least as long as the text.</param>
    /// <returns>The length of what was written.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> target) => Decode(text, target, Vectors.AreUsed);

    /// <summary>The same, with or without vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Decode(ReadOnlySpan<byte> text, Span<byte> target, bool isVectorised)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            // Copied by whole steps, of which what lies behind a backslash is written again.
            if (isVectorised && text.Length - from >= Step && target.Length - to >= Step)
            {
                var step = Vector256.Create(text.Slice(from, Step));
                step.CopyTo(target.Slice(to, Step));
                var backslashes = Vector256.Equals(step, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
                var length = backslashes == 0 ? Step : BitOperations.TrailingZeroCount(backslashes);
                (from, to) = (from + length, to + length);
                if (backslashes == 0)
                {
                    continue;
                }
            }
            else if (text[from] != '\\')
            {
                target[to++] = text[from++];
                continue;
            }

            var escaped = from + 1 < text.Length ? Plain(text[from + 1]) : (byte)0;
            if (escaped != 0)
            {
                target[to++] = escaped;
                from += 2;
            }
            else
            {
                to += DecodeUnit(text[from..], target[to..], out var read);
                from += read;
            }
        }

        return to;
    }

    // What a backslash and a letter stand for; 0 for a code unit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Plain(byte escape) => escape switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => escape,
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => 0,
    };

    private static int DecodeUnit(ReadOnlySpan<byte> text, Span<byte> target, out int read)
    {
        var first = Unit(text);
        read = UnitLength;
        if (first is >= 0 and < 0x80)
        {
            target[0] = (byte)first;

            return 1;
        }

        var rune = Rune.ReplacementChar;
        if (first >= 0 && Rune.TryCreate((char)first, out var alone))
        {
            rune = alone;
        }
        else if (first >= 0 && Unit(text[UnitLength..]) is >= 0 and var second && Rune.TryCreate((char)first, (char)second, out var pair))
        {
            rune = pair;
            read = 2 * UnitLength;
        }

        // An escape that is none cannot be in a valid text: it is passed by its backslash, and can be longer than what it becomes.
        read = first < 0 ? 1 : read;

        return rune.TryEncodeToUtf8(target, out var length) ? length : 0;
    }

    // The UTF-16 unit of the escape that the text begins with; negative when there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Unit(ReadOnlySpan<byte> text) =>
        text.Length >= UnitLength && BinaryPrimitives.ReadUInt16LittleEndian(text) == ('\\' | ('u' << 8))
            ? (HexDigits[text[2]] << 12) | (HexDigits[text[3]] << 8) | (HexDigits[text[4]] << 4) | HexDigits[text[5]]
            : -1;

    private static int[] Digits()
    {
        var digits = new int[256];
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = char.IsAsciiHexDigit((char)i) ? Convert.FromHexString(['0', (char)i])[0] : -1;
        }

        return digits;
    }
}
