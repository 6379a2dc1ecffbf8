using System.Numerics;

namespace ScriptHost.Scoring;

/// <summary>
/// The exact sum of numbers, or of their squares: a fixed-point number so wide that nothing is ever rounded. So the order of the numbers
/// and how they were split among workers do not matter, to the bit.
/// </summary>
/// <param name="squares">Whether squares are summed.</param>
internal sealed class ExactSum(bool squares)
{
    private const int LimbBits = 32;

    // Limbs hold 32 bits and are allowed to run over by 31 more before the carries are settled.
    private const long MaxPending = 1L << 30;

    // The smallest number is 2^-1074, the largest below 2^1024; squares need twice that, and there is room for 2^64 of them.
    private readonly int scale = squares ? 2 * 1074 : 1074;
    private readonly long[] limbs = new long[(((squares ? 2 : 1) * (1074 + 1024)) + 64 + LimbBits) / LimbBits + 4];
    private long pending;

    /// <summary>What one unit of <see cref="Total"/> stands for: 2 to the minus this.</summary>
    public int Scale => scale;

    /// <summary>The sum, in units of 2^-<see cref="Scale"/>.</summary>
    public BigInteger Total
    {
        get
        {
            var total = BigInteger.Zero;
            for (var i = limbs.Length - 1; i >= 0; i--)
            {
                total = (total << LimbBits) + limbs[i];
            }

            return total;
        }
    }

    /// <summary>Adds a number.</summary>
    /// <param name="value">Finite.</param>
    public void Add(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & ((1UL << 52) - 1);
        var mantissa = exponent == 0 ? fraction : fraction | (1UL << 52);
        var place = Math.Max(exponent, 1) - 1;
        if (squares)
        {
            Add(Math.BigMul(mantissa, mantissa, out var low), low, 2 * place, sign: 1);
        }
        else
        {
            Add(0, mantissa, place, double.IsNegative(value) ? -1 : 1);
        }
    }

    // The amount is a number of 128 bits in two halves: code that names UInt128 is not compiled ahead.
    private void Add(ulong high, ulong low, int place, int sign)
    {
        var shift = place % LimbBits;
        var limb = place / LimbBits;
        for (var carry = Next() << shift; carry != 0 || (high | low) != 0; carry = (carry >> LimbBits) + (Next() << shift))
        {
            limbs[limb++] += sign * (long)(uint)carry;
        }

        if (++pending == MaxPending)
        {
            Settle();
        }

        // The lowest bits, which go.
        ulong Next()
        {
            var lowest = low & uint.MaxValue;
            (high, low) = (high >> LimbBits, (low >> LimbBits) | (high << LimbBits));

            return lowest;
        }
    }

    private void Settle()
    {
        for (var i = 0; i < limbs.Length - 1; i++)
        {
            limbs[i + 1] += limbs[i] >> LimbBits;
            limbs[i] &= uint.MaxValue;
        }

        pending = 0;
    }
}
