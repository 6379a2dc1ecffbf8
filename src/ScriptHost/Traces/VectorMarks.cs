using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScriptHost.Traces;

/// <summary>Reads blocks by vectors of 32 bytes.</summary>
internal struct VectorMarks() : IBlockMarks
{
    // What a byte can be in an escape is told by its halves: the bits that both of them have.
    private const byte DecimalDigit = 1;
    private const byte HexadecimalLetter = 2;
    private const byte LetterOfSix = 4;
    private const byte LetterOfSeven = 8;
    private const byte Slash = 16;
    private const byte SurrogateDigit = 32;
    private const byte Unit = 128;

    private Vector256<byte> least = Vector256<byte>.AllBitsSet;

    /// <inheritdoc/>
    public readonly bool HasControls => Vector256.LessThanAny(least, Vector256.Create((byte)' '));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets)
    {
        var low = Vector256.Create(block[..32]);
        var high = Vector256.Create(block[32..64]);
        var (quote, backslash) = (Vector256.Create((byte)'"'), Vector256.Create((byte)'\\'));
        quotes = Bits(Vector256.Equals(low, quote), Vector256.Equals(high, quote));
        backslashes = Bits(Vector256.Equals(low, backslash), Vector256.Equals(high, backslash));
        brackets = Bits(Brackets(low), Brackets(high));
        least = Vector256.Min(least, Vector256.Min(low, high));

        return (low | high).ExtractMostSignificantBits() == 0;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReadEscapes(ReadOnlySpan<byte> block, out EscapeMarks marks)
    {
        if (!Avx2.IsSupported)
        {
            ScalarMarks.ReadEscapes(block, out marks);

            return;
        }

        var low = Parts(Vector256.Create(block[..32]));
        var high = Parts(Vector256.Create(block[32..64]));
        var (letter, digit) = (Vector256.Create((byte)(LetterOfSix | LetterOfSeven | Slash | Unit)), Vector256.Create((byte)(DecimalDigit | HexadecimalLetter)));
        var none = Vector256<byte>.Zero;
        marks = new(
            ~Bits(Vector256.Equals(low & letter, none), Vector256.Equals(high & letter, none)),
            Bits(low, high),
            ~Bits(Vector256.Equals(low & digit, none), Vector256.Equals(high & digit, none)),
            Bits(Vector256.ShiftLeft(low.AsUInt16(), 2).AsByte(), Vector256.ShiftLeft(high.AsUInt16(), 2).AsByte()));
    }

    /// <inheritdoc/>
    public static bool IsUtf8(ReadOnlySpan<byte> text) => Utf8Vectors.IsValid(text);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Between(ulong bits) => Pclmulqdq.IsSupported
        ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar()
        : ScalarMarks.Between(bits);

    // Those of lists differ from those of objects in one bit, and no other characters become the same without it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Brackets(Vector256<byte> bytes)
    {
        var folded = bytes | Vector256.Create((byte)0x20);

        return Vector256.Equals(folded, Vector256.Create((byte)'{')) | Vector256.Equals(folded, Vector256.Create((byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Parts(Vector256<byte> bytes)
    {
        var ofLow = Vector128.Create(
            DecimalDigit,
            DecimalDigit | HexadecimalLetter,
            DecimalDigit | HexadecimalLetter | LetterOfSix | LetterOfSeven,
            DecimalDigit | HexadecimalLetter,
            DecimalDigit | HexadecimalLetter | SurrogateDigit | LetterOfSeven,
            DecimalDigit | HexadecimalLetter | Unit,
            DecimalDigit | HexadecimalLetter | LetterOfSix,
            DecimalDigit,
            DecimalDigit,
            DecimalDigit,
            0,
            0,
            0,
            0,
            LetterOfSix,
            Slash);
        var ofHigh = Vector128.Create(
            0, 0, Slash, DecimalDigit, HexadecimalLetter | SurrogateDigit, 0, HexadecimalLetter | SurrogateDigit | LetterOfSix, LetterOfSeven | Unit, 0, 0, 0, 0, 0, 0, 0, 0);
        var highs = Vector256.ShiftRightLogical(bytes, 4);

        // A byte that is no ASCII picks nothing.
        return Avx2.Shuffle(Vector256.Create(ofLow, ofLow), bytes) & Avx2.Shuffle(Vector256.Create(ofHigh, ofHigh), highs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}
