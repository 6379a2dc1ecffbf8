using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>A string's text.</summary>
    /// <param name="json">The JSON string, quotation marks included.</param>
    public static string Text(ReadOnlySpan<byte> json)
    {
        var text = json[1..^1];
        if (!text.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(text);
        }

        var decoded = ArrayPool<byte>.Shared.Rent(text.Length);
        var result = Encoding.UTF8.GetString(decoded, 0, Decode(text, decoded));
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
                DecodeUnit(text, target, ref from, ref to);
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

    private static void DecodeUnit(ReadOnlySpan<byte> text, Span<byte> target, ref int from, ref int to)
    {
        var first = Unit(text, from);
        var rune = Rune.ReplacementChar;
        if (Rune.TryCreate((char)Math.Max(0, first), out var alone) && first >= 0)
        {
            rune = alone;
        }
        else if (Unit(text, from + 6) is >= 0 and var second && first >= 0 && Rune.TryCreate((char)first, (char)second, out var pair))
        {
            rune = pair;
            from += 6;
        }

        // An escape that is none cannot be in a valid text: it is passed by its backslash, and can be longer than what it becomes.
        from += first < 0 ? 1 : 6;
        if (rune.TryEncodeToUtf8(target[to..], out var length))
        {
            to += length;
        }
    }

    // The UTF-16 unit of the escape at the index; -1 when there is none.
    private static int Unit(ReadOnlySpan<byte> text, int at) =>
        at + 6 <= text.Length && BinaryPrimitives.ReadUInt16LittleEndian(text[at..]) == ('\\' | ('u' << 8))
        && int.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
}
