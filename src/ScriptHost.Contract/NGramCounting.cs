namespace ScriptHost.Contract;

/// <summary>Counts runs of words.</summary>
internal static class NGramCounting
{
    /// <summary>Each run with the number of its occurrences, by first appearance.</summary>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<string> words, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var counts = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var run = new string[length];
        for (var i = 0; i + length <= words.Count; i++)
        {
            for (var j = 0; j < length; j++)
            {
                run[j] = words[i + j];
            }

            var joined = length == 1 ? run[0] : string.Join(' ', run);
            counts[joined] = counts.GetValueOrDefault(joined) + 1;
        }

        return counts;
    }
}
