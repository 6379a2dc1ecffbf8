using System.Buffers.Binary;
using System.IO.Hashing;

namespace ScriptHost.Runs;

/// <summary>
/// A quick 64-bit hash (XXH3) to tell documents apart: those of the same trace id, and those of an earlier run whose outcomes are taken over. It is no
/// defence against somebody who writes traces so that two look alike.
/// </summary>
internal static class ContentHash
{
    /// <summary>The hash of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes);

    /// <summary>The hash of several contents, one after the other.</summary>
    /// <param name="before">The hash of those before.</param>
    /// <param name="next">The hash of the next one.</param>
    public static ulong Join(ulong before, ulong next)
    {
        Span<byte> both = stackalloc byte[2 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(both, before);
        BinaryPrimitives.WriteUInt64LittleEndian(both[sizeof(ulong)..], next);

        return XxHash3.HashToUInt64(both);
    }
}
