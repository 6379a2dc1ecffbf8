namespace ScriptHost.Containment;

/// <summary>Texts as lines of one text, also when there are line breaks in them, as there may be in paths.</summary>
internal static class EscapedLines
{
    /// <summary>One text from many.</summary>
    public static string Join(params string[] texts)
    {
        var lines = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            lines[i] = texts[i].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The texts that were joined.</summary>
    public static string[] Split(string joined)
    {
        var lines = joined.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\\', StringComparison.Ordinal))
            {
                lines[i] = Unescape(lines[i]);
            }
        }

        return lines;
    }

    private static string Unescape(string line) =>
        string.Join('\\', line.Split(@"\\").Select(p => p.Replace("\\n", "\n", StringComparison.Ordinal)));
}
