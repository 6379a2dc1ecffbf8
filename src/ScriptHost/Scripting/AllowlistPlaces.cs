using System.Text;
using ScriptHost.Presets;

namespace ScriptHost.Scripting;

/// <summary>Finds where an allowlist speaks of a type, and the reason that stands there: its own comment, or that of its group.</summary>
internal sealed class AllowlistPlaces
{
    private readonly string[] lines;
    private readonly YamlMapping? root;

    /// <summary>Reads a list that has no faults.</summary>
    /// <param name="text">The list.</param>
    public AllowlistPlaces(AllowlistText text)
    {
        lines = Encoding.UTF8.GetString(text.Content.Span).Split('\n');
        root = YamlReading.Read(text.Path, text.Content, Codes.AllowlistFile).Root as YamlMapping;
    }

    /// <summary>Where a type's rule stands, 1-based, and why; null when the section has none.</summary>
    /// <param name="section"><c>api</c>, <c>emit</c> or <c>emitHelpersOnly</c>.</param>
    /// <param name="type">The type's full name.</param>
    public (int Line, string Reason)? Of(string section, string type)
    {
        var entry = (root?.Find(section) as YamlMapping)?.Entries
            .Where(n => type.StartsWith($"{n.Key.Text}.", StringComparison.Ordinal))
            .SelectMany(n => ((n.Value as YamlMapping)?.Entries ?? []).Where(t => $"{n.Key.Text}.{t.Key.Text}" == type))
            .FirstOrDefault();

        return entry is null ? null : (entry.Key.Line, ReasonAt(entry.Key.Line - 1));
    }

    // A comment speaks of the lines below it, up to the next comment of the same depth; one above a namespace of all of it.
    private string ReasonAt(int line)
    {
        if (Comment(lines[line]) is { } own)
        {
            return own;
        }

        var depth = Depth(lines[line]);
        for (var at = line - 1; at >= 0 && lines[at].Trim().Length > 0; at--)
        {
            if (lines[at].TrimStart().StartsWith('#') && Depth(lines[at]) <= depth)
            {
                return Block(at);
            }

            depth = Math.Min(depth, Depth(lines[at]));
            if (depth == 0)
            {
                break;
            }
        }

        return "";
    }

    private string Block(int last)
    {
        var first = last;
        while (first > 0 && lines[first - 1].TrimStart().StartsWith('#'))
        {
            first--;
        }

        return string.Join(' ', lines[first..(last + 1)].Select(l => l.TrimStart().TrimStart('#').Trim()));
    }

    private static string? Comment(string line) => line.IndexOf(" # ", StringComparison.Ordinal) is > 0 and var at ? line[(at + 3)..].Trim() : null;

    private static int Depth(string line) => line.Length - line.TrimStart().Length;
}
