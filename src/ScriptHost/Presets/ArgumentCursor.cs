using System.Text;

namespace ScriptHost.Presets;

/// <summary>A place in an argument of the command line, and what can be read from there.</summary>
/// <param name="text">The argument.</param>
internal sealed class ArgumentCursor(string text)
{
    private const int MaxDepth = 16;

    private int at;

    /// <summary>The place, 1-based, in UTF-16 units.</summary>
    public int Position => at + 1;

    /// <summary>Takes a mark, and the blanks around it, when it stands here.</summary>
    public bool TryTake(char mark)
    {
        Skip();
        if (at == text.Length || text[at] != mark)
        {
            return false;
        }

        at++;
        Skip();

        return true;
    }

    /// <summary>What stands before the next mark; empty when that stands here.</summary>
    public string Word() => Plain(":=,");

    /// <summary>A value: plain up to a comma, in quotes, a list in brackets, or a mapping in braces.</summary>
    /// <exception cref="ArgumentFormatException">There is none, or it does not end.</exception>
    public YamlNode Value() => Value(depth: 0);

    /// <summary>Nothing is left.</summary>
    /// <exception cref="ArgumentFormatException">Something is.</exception>
    public void ExpectEnd()
    {
        if (at < text.Length)
        {
            throw new ArgumentFormatException(Position, $"'{text[at]}' is unexpected; put a value with such marks in quotes");
        }
    }

    private YamlNode Value(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ArgumentFormatException(Position, $"The value is nested deeper than {MaxDepth} levels");
        }

        Skip();
        if (at < text.Length && text[at] is '"' or '\'')
        {
            return CoreScalar.Normal(new(Quoted(), IsQuoted: true, 0, 0));
        }

        if (TryTake('['))
        {
            var items = new List<YamlNode>();
            while (!Ends(']', items.Count > 0))
            {
                items.Add(Value(depth + 1));
            }

            return new YamlSequence(items, 0, 0);
        }

        if (TryTake('{'))
        {
            var entries = new List<YamlEntry>();
            while (!Ends('}', entries.Count > 0))
            {
                entries.Add(Entry(entries, depth));
            }

            return new YamlMapping(entries, 0, 0);
        }

        return new YamlScalar(Plain(depth == 0 ? "," : ",]}"), IsQuoted: false, 0, 0);
    }

    private YamlEntry Entry(List<YamlEntry> before, int depth)
    {
        var start = Position;
        var key = at < text.Length && text[at] is '"' or '\'' ? Quoted() : Plain(":,}");
        if (key.Length == 0 || before.Any(e => e.Key.Text == key))
        {
            throw new ArgumentFormatException(start, key.Length == 0 ? "A key is missing" : $"The key '{key}' is given a second time");
        }

        return TryTake(':')
            ? new(new(key, IsQuoted: false, 0, 0), Value(depth + 1))
            : throw new ArgumentFormatException(start, $"The key '{key}' has no value; write {key}: VALUE");
    }

    // Whether the list ends here; when not, a comma must part what came from what comes.
    private bool Ends(char mark, bool isBegun)
    {
        if (TryTake(mark))
        {
            return true;
        }

        return isBegun && !TryTake(',')
            ? throw new ArgumentFormatException(Position, $"A ',' or '{mark}' is missing")
            : at == text.Length ? throw new ArgumentFormatException(Position, $"A '{mark}' is missing") : false;
    }

    private string Plain(string ends)
    {
        Skip();
        var start = at;
        while (at < text.Length && !ends.Contains(text[at]))
        {
            at++;
        }

        return text[start..at].TrimEnd(' ');
    }

    // Double quotes know \" and \\ and nothing else, so that regular expressions can be written; single quotes know '' as YAML's do.
    private string Quoted()
    {
        var (start, quote) = (Position, text[at++]);
        var read = new StringBuilder();
        for (; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (quote == '"' ? text[at] == '\\' && next is '"' or '\\' : text[at] == quote && next == quote)
            {
                read.Append(next);
                at++;
            }
            else if (text[at] == quote)
            {
                at++;
                Skip();

                return read.ToString();
            }
            else
            {
                read.Append(text[at]);
            }
        }

        throw new ArgumentFormatException(start, $"The {quote} here has no second one");
    }

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
