using System.Text;

namespace ScriptHost.Scoring;

/// <summary>
/// Makes texts of a script's making safe to keep: as UTF-8, and within a length. What else is in a text is the script's; who prints it sees to it that it does no harm there.
/// </summary>
internal static class ScriptText
{
    private const string Cut = "… [cut]";

    private const char Replacement = '\uFFFD';

    /// <summary>The text with lone surrogates replaced by U+FFFD.</summary>
    public static string Clean(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Replace(text, keepsControls: true) : text;

    /// <summary>The text as a name: control characters are replaced, too.</summary>
    public static string CleanLine(string text) => IsClean(text) ? text : Replace(text, keepsControls: false);

    /// <summary>The text for a message: as <see cref="Clean"/>, and cut when it is longer than <paramref name="length"/>.</summary>
    public static string CleanMessage(string text, int length) => Clean(Shorten(text, length));

    /// <summary>The text, cut with a mark when it is longer than <paramref name="length"/> UTF-16 units.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - Cut.Length), Cut);

    // Neither control characters nor surrogates, as nearly all texts: told many characters at a time.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\0', '\u001F') && !text.ContainsAnyInRange('\u007F', '\u009F') && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Replace(string text, bool keepsControls)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (!keepsControls && char.IsControl(text[i])))
            {
                clean ??= new(text);
                clean[i] = Replacement;
            }
        }

        return clean?.ToString() ?? text;
    }
}
