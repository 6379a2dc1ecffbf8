using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace ScriptHost.Contract;

/// <summary>
/// Makes texts of JSON strings in one pass, in which it is seen, too, whether it is one: quicker than to find the escapes, decode them and count
/// characters first. What is wrong becomes U+FFFD, like half a surrogate pair.
/// </summary>
internal static class StringText
{
    private const int Step = 32;

    private const int HalfStep = 16;

    private const char Replacement = '\uFFFD';

    [ThreadStatic]
    private static Scratch<char>? scratch;

    /// <summary>The text of a JSON string.</summary>
    /// <param name="json">The string, quotation marks included.</param>
    public static string Of(ReadOnlySpan<byte> json)
    {
        TryRead(json[1..^1], out var text);

        return text;
    }

    /// <summary>Reads what stands between the quotation marks of a JSON string; false when it cannot stand there.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="text">The text; where it cannot stand there, with what is wrong replaced, or as it is.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, out string text)
    {
        var characters = (scratch ??= new()).Of(json.Length);
        var isJson = TryDecode(json, characters, Vectors.AreUsed, out var length);
        text = new(characters[..length]);

        return isJson;
    }

    /// <summary>Decodes what stands between the quotation marks; false when it cannot stand there.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="target">At least as long.</param>
    /// <param name="isVectorised">Whether vectors are used.</param>
    /// <param name="length">How many characters were written.</param>
    internal static bool TryDecode(ReadOnlySpan<byte> json, Span<char> target, bool isVectorised, out int length)
    {
        var isJson = true;
        var (from, to) = (0, 0);
        while (from < json.Length)
        {
            // Widened by whole steps, of which what lies behind anything but plain ASCII is written again. Signed, all others are below a blank.
            var room = isVectorised ? Math.Min(json.Length - from, target.Length - to) : 0;
            if (room >= Step)
            {
                var step = Vector256.Create(json.Slice(from, Step));
                var (low, high) = Vector256.Widen(step);
                var units = MemoryMarshal.Cast<char, ushort>(target.Slice(to, Step));
                low.CopyTo(units);
                high.CopyTo(units[HalfStep..]);
                var others = (Vector256.Equals(step, Vector256.Create((byte)'\\')) | Vector256.Equals(step, Vector256.Create((byte)'"'))
                    | Vector256.LessThan(step.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();
                var plain = others == 0 ? Step : BitOperations.TrailingZeroCount(others);
                (from, to) = (from + plain, to + plain);
                if (others == 0)
                {
                    continue;
                }
            }
            else if (room >= HalfStep)
            {
                var step = Vector128.Create(json.Slice(from, HalfStep));
                var (low, high) = Vector128.Widen(step);
                var units = MemoryMarshal.Cast<char, ushort>(target.Slice(to, HalfStep));
                low.CopyTo(units);
                high.CopyTo(units[(HalfStep / 2)..]);
                var others = (Vector128.Equals(step, Vector128.Create((byte)'\\')) | Vector128.Equals(step, Vector128.Create((byte)'"'))
                    | Vector128.LessThan(step.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();
                var plain = others == 0 ? HalfStep : BitOperations.TrailingZeroCount(others);
                (from, to) = (from + plain, to + plain);
                if (others == 0)
                {
                    continue;
                }
            }

            var next = json[from];
            if (next == '\\')
            {
                if (from + 1 < json.Length && Escape.Plain(json[from + 1]) is not 0 and var escaped)
                {
                    target[to++] = (char)escaped;
                    from += 2;
                }
                else if (Escape.Unit(json[from..]) is >= 0 and var unit && !char.IsSurrogate((char)unit))
                {
                    target[to++] = (char)unit;
                    from += Escape.UnitLength;
                }
                else
                {
                    from += DecodeSurrogates(json[from..], target[to..], out var written, ref isJson);
                    to += written;
                }
            }
            else if (next >= 0x80)
            {
                from += DecodeForeign(json[from..], target[to..], out var written);
                to += written;
            }
            else
            {
                isJson &= next >= ' ' && next != '"';
                target[to++] = (char)next;
                from++;
            }
        }

        length = to;

        return isJson;
    }

    // Up to the next ASCII byte.
    private static int DecodeForeign(ReadOnlySpan<byte> json, Span<char> target, out int written)
    {
        if (json.Length > 1 && json[0] is >= 0xC2 and < 0xE0 && (json[1] & 0xC0) == 0x80)
        {
            target[0] = (char)(((json[0] & 0x1F) << 6) | (json[1] & 0x3F));
            written = 1;

            return 2;
        }

        var end = json.IndexOfAnyInRange((byte)0, (byte)0x7F);
        Utf8.ToUtf16(end < 0 ? json : json[..end], target, out var read, out written);

        return read;
    }

    // A pair, half of one, or an escape that is none, which is passed by its backslash.
    private static int DecodeSurrogates(ReadOnlySpan<byte> json, Span<char> target, out int written, ref bool isJson)
    {
        var first = Escape.Unit(json);
        isJson &= first >= 0;
        if (first >= 0 && Escape.Unit(json[Escape.UnitLength..]) is >= 0 and var second && char.IsSurrogatePair((char)first, (char)second))
        {
            (target[0], target[1], written) = ((char)first, (char)second, 2);

            return 2 * Escape.UnitLength;
        }

        (target[0], written) = (Replacement, 1);

        return first >= 0 ? Escape.UnitLength : 1;
    }
}
