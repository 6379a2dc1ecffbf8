using System.Text;

namespace ScriptHost.Reports;

/// <summary>Reads CSV by the grammar of RFC 4180 and nothing beyond it: what it does not allow is an exception.</summary>
internal static class CsvReader
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length || text[at] == '\r')
                {
                    row.Add("");
                }
                else
                {
                    continue;
                }
            }

            if (!text.AsSpan(at).StartsWith("\r\n"))
            {
                throw new FormatException($"A record that does not end at {at}.");
            }

            at += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny(",\"\r\n");
        var cell = end < 0 ? text[at..] : text.Substring(at, end);
        at += cell.Length;

        return at == text.Length || text[at] is ',' or '\r' ? cell : throw new FormatException($"A character at {at} that needs quotes.");
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;

                return cell.ToString();
            }
        }
    }
}
