using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScriptHost.Traces;

/// <summary>Reads blocks by vectors of 32 bytes.</summary>
internal struct VectorMarks() : IBlockMarks
{
    private Vector256<byte> all = Vector256<byte>.Zero;
    private Vector256<byte> least = Vector256<byte>.AllBitsSet;

    /// <inheritdoc/>
    public readonly bool IsAscii => all.ExtractMostSignificantBits() == 0;

    /// <inheritdoc/>
    public readonly bool HasControls => Vector256.LessThanAny(least, Vector256.Create((byte)' '));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets)
    {
        var low = Vector256.Create(block[..32]);
        var high = Vector256.Create(block[32..64]);
        var (quote, backslash) = (Vector256.Create((byte)'"'), Vector256.Create((byte)'\\'));
        quotes = Bits(Vector256.Equals(low, quote), Vector256.Equals(high, quote));
        backslashes = Bits(Vector256.Equals(low, backslash), Vector256.Equals(high, backslash));
        brackets = Bits(Brackets(low), Brackets(high));
        all |= low | high;
        least = Vector256.Min(least, Vector256.Min(low, high));
    }

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
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}
