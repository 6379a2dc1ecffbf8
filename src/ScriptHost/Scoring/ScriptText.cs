using System.Text;

namespace ScriptHost.Scoring;

/// <summary>Makes texts of a script's making safe to write: as UTF-8, to a terminal, and within a length.</summary>
internal static class ScriptText
{
    private const string Cut = "… [cut]";

    private const char Replacement = '\uFFFD';

    /// <summary>The text with lone surrogates and control characters, line breaks and tabs aside, replaced by U+FFFD.</summary>
    public static string Clean(string text) => IsClean(text) ? text : Replace(text, c => c is '\n' or '\r' or '\t');

    /// <summary>The text on one line: line breaks and tabs are replaced, too.</summary>
    public static string CleanLine(string text) => IsClean(text) ? text : Replace(text, _ => false);

    /// <summary>The text for a message: as <see cref="Clean"/>, line breaks as <c>\n</c>, and cut when it is longer than <paramref name="length"/>.</summary>
    public static string CleanMessage(string text, int length) =>
        Replace(Shorten(text, length).ReplaceLineEndings("\n"), c => c is '\n' or '\t');

    /// <summary>The text, cut with a mark when it is longer than <paramref name="length"/> UTF-16 units.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - Cut.Length), Cut);

    // Neither control characters nor surrogates, as nearly all texts: told many characters at a time.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\0', '\u001F') && !text.ContainsAnyInRange('\u007F', '\u009F') && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Replace(string text, Func<char, bool> keeps)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && !keeps(text[i])))
            {
                clean ??= new(text);
                clean[i] = Replacement;
            }
        }

        return clean?.ToString() ?? text;
    }
}
