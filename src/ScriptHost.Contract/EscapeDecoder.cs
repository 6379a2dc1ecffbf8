using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>
/// Decodes JSON strings into UTF-8: quicker than <c>Utf8JsonReader</c> where there are many escapes, as in the JSON texts that span attributes
/// hold. The strings are valid; what is not valid in them all the same becomes U+FFFD, like half a surrogate pair. See <see cref="StringText"/> for
/// what is wanted in UTF-16.
/// </summary>
internal static class EscapeDecoder
{
    private const int Step = 32;

    private const int HalfStep = 16;

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
    internal static int Decode(ReadOnlySpan<byte> text, Span<byte> target, bool isVectorised)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            // Copied by whole steps, of which what lies behind a backslash is written again.
            var room = isVectorised ? Math.Min(text.Length - from, target.Length - to) : 0;
            if (room >= Step)
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
            else if (room >= HalfStep)
            {
                var step = Vector128.Create(text.Slice(from, HalfStep));
                step.CopyTo(target.Slice(to, HalfStep));
                var backslashes = Vector128.Equals(step, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
                var length = backslashes == 0 ? HalfStep : BitOperations.TrailingZeroCount(backslashes);
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

            if (from + 1 < text.Length && Escape.Plain(text[from + 1]) is not 0 and var plain)
            {
                target[to++] = plain;
                from += 2;
            }
            else if (Escape.Unit(text[from..]) is >= 0 and < 0x800 and var unit)
            {
                // Two bytes, of which the second one does not count where one is enough.
                var isAscii = unit < 0x80;
                target[to] = (byte)(isAscii ? unit : 0xC0 | (unit >> 6));
                target[to + 1] = (byte)(0x80 | (unit & 0x3F));
                (from, to) = (from + Escape.UnitLength, to + (isAscii ? 1 : 2));
            }
            else
            {
                to += DecodeUnits(text[from..], target[to..], out var read);
                from += read;
            }
        }

        return to;
    }

    private static int DecodeUnits(ReadOnlySpan<byte> text, Span<byte> target, out int read)
    {
        var first = Escape.Unit(text);
        read = Escape.UnitLength;
        var rune = Rune.ReplacementChar;
        if (first >= 0 && Rune.TryCreate((char)first, out var alone))
        {
            rune = alone;
        }
        else if (first >= 0 && Escape.Unit(text[Escape.UnitLength..]) is >= 0 and var second && Rune.TryCreate((char)first, (char)second, out var pair))
        {
            rune = pair;
            read = 2 * Escape.UnitLength;
        }

        // An escape that is none cannot be in a valid text: it is passed by its backslash, and can be longer than what it becomes.
        read = first < 0 ? 1 : read;

        return rune.TryEncodeToUtf8(target, out var length) ? length : 0;
    }
}
