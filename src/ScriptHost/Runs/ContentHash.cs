using System.Numerics;
using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>
/// A quick 64-bit hash to tell documents apart that bear the same trace id. It is no defence against somebody who wants two to look
/// alike, and is never written down.
/// </summary>
internal static class ContentHash
{
    /// <summary>The hash of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        // Two multipliers with many bits set, from the golden ratio.
        const ulong A = 0x9E3779B97F4A7C15;
        const ulong B = 0xD1B54A32D192ED03;
        var hash = (ulong)bytes.Length * A;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            hash = BitOperations.RotateLeft(hash ^ (word * A), 29) * B;
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            hash = BitOperations.RotateLeft(hash ^ (rest * A), 29) * B;
        }

        return hash ^ (hash >> 32);
    }
}
