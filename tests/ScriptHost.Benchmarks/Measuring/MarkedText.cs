namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Replaces what stands between two markers of a file; the rest stays as people wrote it.</summary>
internal static class MarkedText
{
    /// <summary>Writes a text between <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- /NAME --&gt;</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The markers' name.</param>
    /// <param name="text">What is to stand there.</param>
    /// <exception cref="InvalidDataException">The file does not have both markers, in this order.</exception>
    public static void Replace(string path, string name, string text)
    {
        var (opening, closing) = ($"<!-- {name} -->", $"<!-- /{name} -->");
        var old = File.ReadAllText(path);
        var from = old.IndexOf(opening, StringComparison.Ordinal);
        var to = old.IndexOf(closing, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidDataException($"'{path}' must have the lines '{opening}' and '{closing}', in this order; the tables go between them.");
        }

        File.WriteAllText(path, $"{old[..(from + opening.Length)]}\n\n{text.Trim()}\n\n{old[to..]}");
    }
}
