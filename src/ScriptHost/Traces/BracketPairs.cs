using System.Numerics;

namespace ScriptHost.Traces;

/// <summary>Finds the ends of objects and lists by their brackets alone.</summary>
internal static class BracketPairs
{
    private const int Deepest = 64;

    // A bit that opening brackets have and closing ones have not, shifted so that it counts one too many.
    private const int Opening = 2;

    /// <summary>Where the object or list ends that a text begins with, behind its bracket; negative when it does not. Whether inner brackets make pairs is not looked at.</summary>
    /// <param name="json">The text.</param>
    /// <param name="brackets">A bit for each bracket; see <see cref="StructuralIndex.Brackets"/>.</param>
    /// <param name="shift">Which of these bits is that of the text's first byte.</param>
    public static int EndOfValue(ReadOnlySpan<byte> json, ReadOnlySpan<ulong> brackets, int shift)
    {
        var depth = 0;
        var last = (json.Length + shift - 1) >> 6;
        var from = ulong.MaxValue << shift;
        for (var block = shift >> 6; block <= last; block++, from = ulong.MaxValue)
        {
            for (var bits = brackets[block] & from; bits != 0; bits &= bits - 1)
            {
                var place = (block << 6) + BitOperations.TrailingZeroCount(bits) - shift;
                depth += (json[place] & Opening) - 1;
                if (depth == 0)
                {
                    return place + 1;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// Where the list ends in which an index stands, behind its bracket; negative when the brackets before it make no pairs, or nest deeper than 64
    /// levels in it.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="brackets">A bit for each bracket; see <see cref="StructuralIndex.Brackets"/>.</param>
    /// <param name="at">An index in the list, in none of its items.</param>
    public static int EndOfList(ReadOnlySpan<byte> json, ReadOnlySpan<ulong> brackets, int at)
    {
        // A bit for each bracket that is open, set for an object; the innermost one is the lowest. The list itself is not among them.
        var (open, depth) = (0UL, 0);
        var last = (json.Length - 1) >> 6;
        var from = ulong.MaxValue << at;
        for (var block = at >> 6; block <= last; block++, from = ulong.MaxValue)
        {
            for (var bits = brackets[block] & from; bits != 0; bits &= bits - 1)
            {
                var place = (block << 6) + BitOperations.TrailingZeroCount(bits);
                var bracket = json[place];
                var isObject = (ulong)(bracket >> 5) & 1;
                if ((bracket & Opening) != 0)
                {
                    open = (open << 1) | isObject;
                    if (++depth == Deepest)
                    {
                        return -1;
                    }
                }
                else if ((open & 1) != isObject)
                {
                    return -1;
                }
                else if (--depth < 0)
                {
                    return place + 1;
                }
                else
                {
                    open >>= 1;
                }
            }
        }

        return -1;
    }
}
