using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>
/// A quick 64-bit hash to tell documents apart: those of the same trace id, and those of an earlier run whose outcomes are taken over. It is no
/// defence against somebody who writes traces so that two look alike.
/// </summary>
internal static class ContentHash
{
    // Two multipliers with many bits set, from the golden ratio.
    private const ulong A = 0x9E3779B97F4A7C15;
    private const ulong B = 0xD1B54A32D192ED03;

    /// <summary>The hash of some bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        // Four rows side by side: in one, each step would wait for the one before.
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (h0, h1, h2, h3) = ((ulong)bytes.Length * A, A, B, A ^ B);
        var at = 0;
        for (; words.Length - at >= 4; at += 4)
        {
            var row = words.Slice(at, 4);
            h0 = Mix(h0, row[0]);
            h1 = Mix(h1, row[1]);
            h2 = Mix(h2, row[2]);
            h3 = Mix(h3, row[3]);
        }

        var hash = Mix(Mix(Mix(h0, h1), h2), h3);
        for (; at < words.Length; at++)
        {
            hash = Mix(hash, words[at]);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            hash = Mix(hash, rest);
        }

        return hash ^ (hash >> 32);
    }

    /// <summary>The hash of several contents, one after the other.</summary>
    /// <param name="before">The hash of those before.</param>
    /// <param name="next">The hash of the next one.</param>
    public static ulong Join(ulong before, ulong next) => Mix(before + A, next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft(hash ^ (word * A), 29) * B;
}
