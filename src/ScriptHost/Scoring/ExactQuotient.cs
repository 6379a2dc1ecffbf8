using System.Numerics;

namespace ScriptHost.Scoring;

/// <summary>Divides whole numbers of any size and rounds once.</summary>
internal static class ExactQuotient
{
    /// <summary>The double nearest to numerator / (denominator · 2^scale); infinite when it is beyond all.</summary>
    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">Positive.</param>
    /// <param name="scale">The power of two to divide by, too.</param>
    public static double Of(BigInteger numerator, BigInteger denominator, int scale)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        // 62 or 63 bits of quotient, the last one telling whether anything is left: enough for the conversion to round rightly.
        var magnitude = BigInteger.Abs(numerator);
        var shift = 62 - (int)(magnitude.GetBitLength() - denominator.GetBitLength());
        var (quotient, rest) = shift >= 0
            ? BigInteger.DivRem(magnitude << shift, denominator)
            : BigInteger.DivRem(magnitude, denominator << -shift);
        var rounded = (double)((long)quotient | (rest.IsZero ? 0L : 1L));

        return numerator.Sign * Math.ScaleB(rounded, -shift - scale);
    }
}
