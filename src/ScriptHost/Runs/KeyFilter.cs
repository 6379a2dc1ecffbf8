namespace ScriptHost.Runs;

/// <summary>
/// Tells that a key is not among those that were added, or may be: a Bloom filter in blocks of a cache line (Putze, Sanders and Singler 2007), with 16 bits a
/// key. Of the keys that were not, one or two in a thousand may be.
/// </summary>
internal sealed class KeyFilter
{
    private const int BlockWords = 8;
    private const int KeysPerBlock = 32;
    private const int Bits = 6;
    private const int BitsOfPlace = 9;

    // Blocks are many arrays, since a large one that is thrown away stays in memory for long.
    private const int PartBlocks = 512;

    // 2^64 by the golden ratio: the upper bits of a product with it depend on all bits of a key.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly List<ulong[]> parts = [];
    private long blocks;

    /// <summary>Forgets all, and makes room.</summary>
    /// <param name="keys">How many will be added.</param>
    public void Reset(long keys)
    {
        blocks = Math.Max(1, keys / KeysPerBlock);
        foreach (var part in parts)
        {
            Array.Clear(part);
        }

        while ((long)parts.Count * PartBlocks < blocks)
        {
            parts.Add(GC.AllocateArray<ulong>(PartBlocks * BlockWords, pinned: true));
        }
    }

    /// <summary>Adds a key; cheapest in their order.</summary>
    public void Add(ulong word)
    {
        var block = Block(word);
        var places = Places(word);
        for (var i = 0; i < Bits; i++, places >>= BitsOfPlace)
        {
            block[(int)(places >> 6) & (BlockWords - 1)] |= 1UL << (int)places;
        }
    }

    /// <summary>Whether a key may have been added.</summary>
    public bool MayHave(ulong word)
    {
        if (blocks == 0)
        {
            return false;
        }

        var block = Block(word);
        var places = Places(word);
        for (var i = 0; i < Bits; i++, places >>= BitsOfPlace)
        {
            if ((block[(int)(places >> 6) & (BlockWords - 1)] & (1UL << (int)places)) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Places(ulong word) => (word * Spread) >> (64 - (Bits * BitsOfPlace));

    private Span<ulong> Block(ulong word)
    {
        var block = (int)(((word >> 32) * (ulong)blocks) >> 32);

        return parts[block / PartBlocks].AsSpan(block % PartBlocks * BlockWords, BlockWords);
    }
}
