namespace ScriptHost.Contract;

/// <summary>Counts runs of words.</summary>
internal static class NGramCounting
{
    /// <summary>Each run with the number of its occurrences, by first appearance.</summary>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<string> words, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var counts = new OrderedDictionary<string, int>(Math.Max(0, words.Count - length + 1), StringComparer.Ordinal);
        var run = new string[length];
        for (var i = 0; i + length <= words.Count; i++)
        {
            for (var j = 0; j < length; j++)
            {
                run[j] = words[i + j];
            }

            var joined = length == 1 ? run[0] : string.Join(' ', run);
            if (!counts.TryAdd(joined, 1, out var at))
            {
                counts.SetAt(at, counts.GetAt(at).Value + 1);
            }
        }

        return counts;
    }
}
