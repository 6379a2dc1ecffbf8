using System.Text;

namespace ScriptHost.Reports;

/// <summary>Text from traces and scripts in Markdown: it shows as it is and makes no link, picture, mark-up or mention.</summary>
internal static class MarkdownText
{
    /// <summary>The text on one line, every character that Markdown or HTML reads escaped.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many UTF-16 units to keep; what is cut off shows as <c>…</c>.</param>
    public static string Line(string text, int most = int.MaxValue)
    {
        var cut = text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
        var escaped = new StringBuilder(cut.Length + 16);
        foreach (var c in cut)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                // A mention would call somebody.
                '@' => escaped.Append("@\u200b"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' or '#' or '$' => escaped.Append('\\').Append(c),
                _ when char.IsWhiteSpace(c) => escaped.Append(' '),
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format => escaped.Append('\ufffd'),
                _ => escaped.Append(c),
            };
        }

        // Addresses become links by themselves.
        return escaped.Replace("://", ":&#47;&#47;").Replace("www.", "www&#46;").ToString().Trim();
    }
}
