using System.Text;
using ScriptHost.Presets;

namespace ScriptHost.Trust;

/// <summary>Changes one entry in the text of a <c>trust.yaml</c>, and leaves the other lines and their comments alone.</summary>
internal static class TrustEdit
{
    /// <summary>The text with an entry added, or in the place of the scorer's old one.</summary>
    /// <param name="text">The file's text, without faults; null when there is none.</param>
    /// <param name="entry">The new entry.</param>
    public static string Put(string? text, TrustEntry entry)
    {
        var old = Entries(text);
        IReadOnlyList<TrustEntry> wanted = old.Any(e => e.Scorer == entry.Scorer)
            ? [.. old.Select(e => e.Scorer == entry.Scorer ? entry : e)]
            : [.. old, entry];

        return Checked(text, wanted, (lines, blocks) =>
        {
            var at = old.FindIndex(e => e.Scorer == entry.Scorer);
            var fresh = TrustText.Of(entry, blocks.Count == 0 ? 2 : blocks[0].Indent).TrimEnd('\n').Split('\n');
            if (at < 0)
            {
                lines.InsertRange(blocks[^1].End, fresh);
            }
            else
            {
                lines.RemoveRange(blocks[at].Start, blocks[at].End - blocks[at].Start);
                lines.InsertRange(blocks[at].Start, fresh);
            }
        });
    }

    /// <summary>The text without a scorer's entry.</summary>
    /// <param name="text">The file's text, without faults.</param>
    /// <param name="scorer">A scorer that it has an entry of.</param>
    public static string Remove(string text, string scorer)
    {
        var old = Entries(text);
        var at = old.FindIndex(e => e.Scorer == scorer);

        return Checked(text, [.. old.Where(e => e.Scorer != scorer)], (lines, blocks) =>
        {
            // What is said above an entry is about it.
            var first = blocks[at].Start;
            while (first > 0 && lines[first - 1].TrimStart().StartsWith('#') && lines[first - 1].StartsWith(' '))
            {
                first--;
            }

            lines.RemoveRange(first, blocks[at].End - first);
        });
    }

    // People lay YAML out in more ways than are worth knowing here: what does not read back as it should is written anew.
    private static string Checked(string? text, IReadOnlyList<TrustEntry> wanted, Action<List<string>, List<(int Start, int End, int Indent)>> edit)
    {
        var whole = TrustText.Of(wanted);
        if (text is null || Blocks(text) is not { Count: > 0 } blocks)
        {
            return whole;
        }

        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        edit(lines, blocks);
        var edited = string.Join('\n', lines) + "\n";

        var faults = TrustReading.Read(TrustFile.Name, Encoding.UTF8.GetBytes(edited), out var read);

        return faults.Count == 0 && TrustText.Of(read) == whole ? edited : whole;
    }

    private static List<TrustEntry> Entries(string? text)
    {
        if (text is null)
        {
            return [];
        }

        TrustReading.Read(TrustFile.Name, Encoding.UTF8.GetBytes(text), out var entries);

        return [.. entries];
    }

    // The lines of each entry, 0-based, the end not included: up to the next entry, less the blank lines and comments before that.
    private static List<(int Start, int End, int Indent)> Blocks(string text)
    {
        var root = YamlReading.Read(TrustFile.Name, Encoding.UTF8.GetBytes(text), TrustCode.File).Root as YamlMapping;
        var items = (root?.Find("trusted") as YamlSequence)?.Items ?? [];
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var blocks = new List<(int Start, int End, int Indent)>();
        for (var i = 0; i < items.Count; i++)
        {
            var end = i + 1 < items.Count ? items[i + 1].Line - 1 : lines.Length;
            while (end > items[i].Line && lines[end - 1].Trim() is "" or ['#', ..])
            {
                end--;
            }

            blocks.Add((items[i].Line - 1, end, Math.Max(0, items[i].Column - 3)));
        }

        return blocks;
    }
}
