using System.Text;

namespace ScriptHost.Html;

/// <summary>
/// What rationales have in common that differ in numbers and quotations only: "Order 'F-201' took 7 s." and "Order 'F-9' took 12 s."
/// are one reason.
/// </summary>
internal static class RationalePattern
{
    private const int Longest = 160;

    /// <summary>The rationale with <c>#</c> for each number and <c>…</c> for what is quoted; at most 160 characters.</summary>
    public static string Of(string rationale)
    {
        var pattern = new StringBuilder(Math.Min(rationale.Length, Longest) + 2);
        for (var i = 0; i < rationale.Length && pattern.Length < Longest; i++)
        {
            var c = rationale[i];
            if (Closing(rationale, i) is { } close)
            {
                pattern.Append(c).Append('…').Append(rationale[close]);
                i = close;
            }
            else if (char.IsDigit(c))
            {
                pattern.Append('#');
                i = EndOfNumber(rationale, i);
            }
            else if (!char.IsWhiteSpace(c))
            {
                pattern.Append(c);
            }
            else if (pattern.Length > 0 && pattern[^1] != ' ')
            {
                pattern.Append(' ');
            }
        }

        return pattern.ToString().TrimEnd();
    }

    // An apostrophe within a word opens nothing.
    private static int? Closing(string text, int open)
    {
        var mark = text[open] switch
        {
            '\'' or '"' or '`' => text[open],
            '“' => '”',
            '‘' => '’',
            '«' => '»',
            _ => '\0',
        };
        if (mark == '\0' || (open > 0 && char.IsLetterOrDigit(text[open - 1])))
        {
            return null;
        }

        for (var at = text.IndexOf(mark, open + 1); at >= 0; at = text.IndexOf(mark, at + 1))
        {
            if (at == text.Length - 1 || !char.IsLetterOrDigit(text[at + 1]))
            {
                return at;
            }
        }

        return null;
    }

    private static int EndOfNumber(string text, int start)
    {
        var end = start;
        while (end + 1 < text.Length && (char.IsDigit(text[end + 1]) || (text[end + 1] is '.' or ',' && end + 2 < text.Length && char.IsDigit(text[end + 2]))))
        {
            end++;
        }

        return end;
    }
}
