namespace ScriptHost.Contract;

/// <summary>
/// Levenshtein's distance by Myers' bit vectors in blocks of 64 rows, as H. Hyyrö has them
/// (<see href="https://www.cs.uef.fi/~hhyyro/a-bit-vector.pdf">A bit-vector algorithm for computing Levenshtein and Damerau edit distances</see>, 2003).
/// </summary>
internal static class EditDistance
{
    /// <summary>The least number of insertions, deletions and replacements.</summary>
    public static int Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var same = first.CommonPrefixLength(second);
        first = first[same..];
        second = second[same..];
        while (!first.IsEmpty && !second.IsEmpty && first[^1] == second[^1])
        {
            first = first[..^1];
            second = second[..^1];
        }

        return first.IsEmpty ? second.Length
            : second.IsEmpty ? first.Length
            : first.Length < second.Length ? Count(first, second) : Count(second, first);
    }

    // The names are Myers': how the matrix grows (positive) or shrinks (negative), down a column (vertical) and along a row (horizontal).
    private static int Count(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text)
    {
        var rows = new SymbolRows(pattern);
        var positive = new ulong[rows.Width];
        var negative = new ulong[rows.Width];
        Array.Fill(positive, ulong.MaxValue);
        var last = 1UL << ((pattern.Length - 1) % 64);
        var distance = pattern.Length;
        foreach (var symbol in text)
        {
            var row = rows[symbol];

            // The row above the matrix grows by one in each column.
            var (grows, shrinks) = (1UL, 0UL);
            for (var i = 0; i < row.Length; i++)
            {
                var match = row[i] | shrinks;
                var diagonal = (((match & positive[i]) + positive[i]) ^ positive[i]) | match | negative[i];
                var up = negative[i] | ~(diagonal | positive[i]);
                var down = diagonal & positive[i];
                if (i == row.Length - 1)
                {
                    distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
                }

                var (carriedUp, carriedDown) = (up >> 63, down >> 63);
                up = (up << 1) | grows;
                down = (down << 1) | shrinks;
                (grows, shrinks) = (carriedUp, carriedDown);
                positive[i] = down | ~(diagonal | up);
                negative[i] = up & diagonal;
            }
        }

        return distance;
    }
}
