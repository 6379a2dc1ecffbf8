using System.Numerics;

namespace ScriptHost.Contract;

/// <summary>The length of the longest common subsequence by bit vectors, in blocks of 64 (H. Hyyrö, 2004).</summary>
internal static class CommonSubsequence
{
    /// <summary>Of two lists of words.</summary>
    public static int Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);

        return Of(Number(first, numbers), Number(second, numbers));
    }

    private static int[] Number(IReadOnlyList<string> words, Dictionary<string, int> numbers)
    {
        var numbered = new int[words.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            if (!numbers.TryGetValue(words[i], out numbered[i]))
            {
                numbered[i] = numbers.Count;
                numbers.Add(words[i], numbered[i]);
            }
        }

        return numbered;
    }

    private static int Of(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text)
    {
        var rows = new SymbolRows(pattern);
        var open = new ulong[rows.Width];
        Array.Fill(open, ulong.MaxValue);
        foreach (var symbol in text)
        {
            var row = rows[symbol];
            var carry = 0UL;
            for (var i = 0; i < row.Length; i++)
            {
                var matched = open[i] & row[i];
                var sum = open[i] + matched;
                var carried = sum < matched ? 1UL : 0;
                sum += carry;
                carry = carried | (sum < carry ? 1UL : 0);
                open[i] = sum | (open[i] - matched);
            }
        }

        var length = 0;
        foreach (var block in open)
        {
            length += BitOperations.PopCount(~block);
        }

        return length;
    }
}
