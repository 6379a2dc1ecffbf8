using System.Text;

namespace ScriptHost.Scripting;

/// <summary>
/// Checks a script's text in linear time before the parser sees it: 40 KB of parentheses keep Roslyn's parser busy for 24 seconds.
/// </summary>
internal static class SourceLimits
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxDepth = 128;
    private const int MaxLine = 4000;

    /// <summary>Decodes and checks a script.</summary>
    /// <param name="source">The script.</param>
    /// <param name="text">Its text, without byte order mark; empty when there are faults.</param>
    public static IReadOnlyList<Diagnostic> Check(ScriptSource source, out string text)
    {
        var content = source.Content.Span;
        text = "";
        if (content.Length > MaxBytes)
        {
            return [Fault(source, 1, 1, Codes.FileSize, $"'{source.Path}' has {content.Length} bytes; a script may have {MaxBytes}.")];
        }

        if (!TryDecode(content, out var decoded, out var validBytes))
        {
            var (line, column) = End(Encoding.UTF8.GetString(content[..validBytes]));

            return [Fault(source, line, column, Codes.Encoding, $"Byte 0x{content[validBytes]:X2} is not UTF-8; save '{source.Path}' as UTF-8.")];
        }

        var faults = CheckText(source, decoded);
        if (faults.Count == 0)
        {
            text = decoded;
        }

        return faults;
    }

    private static bool TryDecode(ReadOnlySpan<byte> content, out string text, out int validBytes)
    {
        var mark = content.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        validBytes = mark;
        while (validBytes < content.Length)
        {
            if (Rune.DecodeFromUtf8(content[validBytes..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                text = "";

                return false;
            }

            validBytes += consumed;
        }

        text = Encoding.UTF8.GetString(content[mark..]);

        return true;
    }

    private static List<Diagnostic> CheckText(ScriptSource source, string text)
    {
        var faults = new List<Diagnostic>();
        var (line, column, depth) = (1, 0, 0);
        var (longLine, deep) = (false, false);
        foreach (var c in text)
        {
            column++;
            switch (c)
            {
                case '(' or '[' or '{' when ++depth > MaxDepth && !deep:
                    deep = true;
                    faults.Add(Fault(source, line, column, Codes.Nesting, $"Brackets are nested deeper than {MaxDepth} here; take the expression apart."));
                    break;
                case ')' or ']' or '}' when depth > 0:
                    depth--;
                    break;
                case '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                    line += c == '\r' ? 0 : 1;
                    column = 0;
                    break;
                case '\0' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                    faults.Add(Fault(source, line, column, Codes.Character, $"The character U+{(int)c:X4} may not stand in a script: editors do not show it. Write it as an escape."));

                    return faults;
                default:
                    break;
            }

            if (column > MaxLine && !longLine)
            {
                longLine = true;
                faults.Add(Fault(source, line, column, Codes.LineLength, $"Line {line} is longer than {MaxLine} characters; break it."));
            }
        }

        return faults;
    }

    private static (int Line, int Column) End(string text) =>
        (text.Count(c => c == '\n') + 1, text.Length - text.LastIndexOf('\n'));

    private static Diagnostic Fault(ScriptSource source, int line, int column, string code, string message) =>
        new(source.Path, line, column, code, Severity.Error, message);
}
