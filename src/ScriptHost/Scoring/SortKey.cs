namespace ScriptHost.Scoring;

/// <summary>Finite numbers as 64-bit keys in the same order.</summary>
internal static class SortKey
{
    private const ulong Sign = 1UL << 63;

    /// <summary>The key of a number; both zeros have one.</summary>
    public static ulong Of(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);

        return (bits & Sign) == 0 ? bits | Sign : ~bits;
    }

    /// <summary>The number of a key.</summary>
    public static double ToValue(ulong key) => BitConverter.UInt64BitsToDouble((key & Sign) == 0 ? ~key : key & ~Sign);
}
