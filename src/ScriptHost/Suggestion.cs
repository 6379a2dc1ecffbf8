namespace ScriptHost;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>
    /// The known name that is nearest to <paramref name="name"/> by edits (case aside), or null when none is near: at most a third of
    /// its letters may differ, and at least one edit is always allowed.
    /// </summary>
    public static string? For(string name, IEnumerable<string> known) =>
        known.Select(k => (Name: k, Distance: Distance(name.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();

    /// <summary>A sentence to append to a message, with a leading blank; empty when nothing is near.</summary>
    public static string Sentence(string name, IEnumerable<string> known) =>
        For(name, known) is { } near ? $" Did you mean '{near}'?" : "";

    // Levenshtein with swaps of neighbours, the usual slip of fingers.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
