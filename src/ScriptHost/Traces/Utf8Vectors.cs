using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace ScriptHost.Traces;

/// <summary>
/// Tells whether text is UTF-8, 32 bytes at a time, after Keiser and Lemire (<see href="https://arxiv.org/abs/2010.03090"/>): what two bytes in succession
/// can be wrong in is told by three of their halves.
/// </summary>
internal static class Utf8Vectors
{
    private const int Step = 32;

    // What can be wrong with a byte and the one before it; a bit each. The last one is not wrong behind the first byte of a longer character.
    private const byte TooShort = 1;
    private const byte TooLong = 2;
    private const byte Overlong3 = 4;
    private const byte TooLarge = 8;
    private const byte Surrogate = 16;
    private const byte Overlong2 = 32;
    private const byte TooLarge1000 = 64;
    private const byte Overlong4 = 64;
    private const byte TwoContinuations = 128;
    private const byte Any = TooShort | TooLong | TwoContinuations;

    /// <summary>Whether a text is UTF-8.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (!Avx2.IsSupported)
        {
            return Utf8.IsValid(text);
        }

        var (errors, last) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (; text.Length >= Step; text = text[Step..])
        {
            var next = Vector256.Create(text[..Step]);
            errors |= Errors(next, last);
            last = next;
        }

        if (!text.IsEmpty)
        {
            Span<byte> rest = stackalloc byte[Step];
            rest.Clear();
            text.CopyTo(rest);
            var next = Vector256.Create(rest);
            errors |= Errors(next, last);
            last = next;
        }

        // The last character must have ended.
        errors |= Errors(Vector256<byte>.Zero, last);

        return errors == Vector256<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Errors(Vector256<byte> next, Vector256<byte> last)
    {
        var shifted = Avx2.Permute2x128(last, next, 0x21);
        var one = Avx2.AlignRight(next, shifted, 15);
        var two = Avx2.AlignRight(next, shifted, 14);
        var three = Avx2.AlignRight(next, shifted, 13);
        var ofFirstHigh = Vector128.Create(
            TooLong,
            TooLong,
            TooLong,
            TooLong,
            TooLong,
            TooLong,
            TooLong,
            TooLong,
            TwoContinuations,
            TwoContinuations,
            TwoContinuations,
            TwoContinuations,
            TooShort | Overlong2,
            TooShort,
            TooShort | Overlong3 | Surrogate,
            TooShort | TooLarge | TooLarge1000 | Overlong4);
        var ofFirstLow = Vector128.Create(
            Any | Overlong3 | Overlong2 | Overlong4,
            Any | Overlong2,
            Any,
            Any,
            Any | TooLarge,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000 | Surrogate,
            Any | TooLarge | TooLarge1000,
            Any | TooLarge | TooLarge1000);
        var ofSecondHigh = Vector128.Create(
            TooShort,
            TooShort,
            TooShort,
            TooShort,
            TooShort,
            TooShort,
            TooShort,
            TooShort,
            TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge1000 | Overlong4,
            TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge,
            TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
            TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
            TooShort,
            TooShort,
            TooShort,
            TooShort);
        var low = Vector256.Create((byte)0x0F);
        var special = Avx2.Shuffle(Vector256.Create(ofFirstHigh, ofFirstHigh), Vector256.ShiftRightLogical(one, 4))
            & Avx2.Shuffle(Vector256.Create(ofFirstLow, ofFirstLow), one & low)
            & Avx2.Shuffle(Vector256.Create(ofSecondHigh, ofSecondHigh), Vector256.ShiftRightLogical(next, 4));

        // Third and fourth bytes of a character, and only they, follow another continuation.
        var third = Avx2.SubtractSaturate(two, Vector256.Create((byte)(0xE0 - 0x80)));
        var fourth = Avx2.SubtractSaturate(three, Vector256.Create((byte)(0xF0 - 0x80)));

        return ((third | fourth) & Vector256.Create((byte)0x80)) ^ special;
    }
}
