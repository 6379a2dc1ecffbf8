namespace ScriptHost.Statistics;

/// <summary>
/// Random numbers that are the same everywhere and always: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014). The framework's own stream may change with its version.
/// </summary>
/// <param name="seed">Where the stream begins.</param>
internal sealed class RandomStream(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;

        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> less 1. Not one in a billion of them is likelier than it should be.</summary>
    /// <param name="bound">1 and up.</param>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
