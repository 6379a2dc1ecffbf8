using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Cli;

/// <summary>
/// Makes text from traces and scripts harmless to print: escape sequences and marks that turn the writing direction are shown as
/// <c>\u001b</c> and the like, so that no trace can repaint the terminal; and what CI services read as commands (<c>##vso[</c>, <c>##[</c>, <c>::</c> at
/// the beginning of a line) loses its first character in the same way, so that no trace can set a variable of the job.
/// </summary>
internal static partial class Printable
{
    /// <summary>The text on one line: line breaks become blanks.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many UTF-16 units to keep; what is cut off shows as <c>…</c>.</param>
    public static string Line(string text, int most = int.MaxValue) =>
        Escape(string.Join(' ', Cut(text, most).Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)), keepsLines: false);

    /// <summary>The text on as many lines as it has.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many UTF-16 units to keep; what is cut off shows as <c>…</c>.</param>
    public static string Block(string text, int most = int.MaxValue) => Escape(Cut(text, most).ReplaceLineEndings("\n"), keepsLines: true);

    /// <summary>A path or id as a shell takes it: in quotes when it holds more than plain characters.</summary>
    public static string Shell(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '\\')
            ? argument
            : $"'{Line(argument).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // A pair of surrogates is one character and stays whole.
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
    }

    private static string Escape(string text, bool keepsLines)
    {
        var shown = Shown(text, keepsLines);

        // Hardly any text has what the expression looks for, and its first use costs a short run some milliseconds.
        return shown.Contains("::", StringComparison.Ordinal) || shown.Contains("##", StringComparison.Ordinal)
            ? WithoutCommands(shown)
            : shown;
    }

    // Apart from the rest, which then does without the assembly of expressions.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string WithoutCommands(string text) => Command().Replace(text, m => $"\\u{(int)m.Value[0]:x4}{m.Value[1..]}");

    [GeneratedRegex(@"(?<=^[ \t]*):(?=:)|#(?=#(vso)?\[)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    private static string Shown(string text, bool keepsLines)
    {
        if (text.All(c => IsHarmless(c, keepsLines)))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = IsHarmless(c, keepsLines) ? escaped.Append(c) : escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }

    private static bool IsHarmless(char c, bool keepsLines) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => keepsLines && c is '\n' or '\t',
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        // Joiners belong to the writing of many languages and to emoji.
        UnicodeCategory.Format => c is '\u200c' or '\u200d' or '\u00ad',
        _ => true,
    };
}
