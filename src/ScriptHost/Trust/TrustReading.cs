using System.Globalization;
using ScriptHost.Presets;

namespace ScriptHost.Trust;

/// <summary>Reads the text of a <c>trust.yaml</c> strictly: what it does not know could be meant to take rights away.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class TrustReading(string path)
{
    private static readonly string[] RootKeys = ["version", "trusted"];
    private static readonly string[] Required = ["scorer", "path", "sha256", "by", "at", "why"];
    private static readonly string[] EntryKeys = [.. Required, "needs"];
    private static readonly string[] Needs = [.. Enum.GetValues<TrustNeed>().Select(TrustText.Of)];

    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Reads a file; every fault is returned, with its place.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">The bytes that were read.</param>
    /// <param name="entries">The entries; empty when there are faults.</param>
    public static IReadOnlyList<Diagnostic> Read(string path, ReadOnlyMemory<byte> content, out IReadOnlyList<TrustEntry> entries)
    {
        var yaml = YamlReading.Read(path, content, TrustCode.File);
        var reading = new TrustReading(path);
        reading.diagnostics.AddRange(yaml.Diagnostics);
        var read = yaml.Root is null && yaml.Diagnostics.Count > 0 ? [] : reading.ReadRoot(yaml.Root);
        entries = reading.diagnostics.Count == 0 ? read : [];

        return reading.diagnostics;
    }

    private List<TrustEntry> ReadRoot(YamlNode? root)
    {
        if (root is not YamlMapping mapping)
        {
            Fault(root, $"The file must be a mapping with the keys {string.Join(", ", RootKeys)}.");

            return [];
        }

        CheckKeys(mapping, RootKeys, RootKeys);
        if (mapping.Find("version") is { } version and not YamlScalar { Text: "1" })
        {
            Fault(version, "'version' must be 1, the only one there is.");
        }

        if (mapping.Find("trusted") is not YamlSequence list)
        {
            if (mapping.Find("trusted") is { } other)
            {
                Fault(other, $"'trusted' must be a list of entries; it is {other.Kind}.");
            }

            return [];
        }

        var entries = new List<TrustEntry>();
        foreach (var item in list.Items)
        {
            if (ReadEntry(item) is { } entry)
            {
                if (entries.Exists(e => e.Scorer.Equals(entry.Scorer, StringComparison.OrdinalIgnoreCase)))
                {
                    Fault(item, $"'{entry.Scorer}' is trusted a second time here; leave one entry.");
                }

                entries.Add(entry);
            }
        }

        return entries;
    }

    private TrustEntry? ReadEntry(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            Fault(node, $"An entry must be a mapping with the keys {string.Join(", ", EntryKeys)}; it is {node.Kind}.");

            return null;
        }

        CheckKeys(mapping, EntryKeys, Required);
        var scorer = Text(mapping, "scorer", t => t.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'), "the name of a script or plugin");
        var file = Text(mapping, "path", t => IsPathOf(t, scorer), "the script or the plugin's main assembly below this folder, such as 'NAME.csx' or 'NAME/NAME.dll', of the entry's scorer");
        var hash = Text(mapping, "sha256", t => t.Length == 64 && t.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'), "64 lower-case hexadecimal digits");
        var by = Text(mapping, "by", t => t.Length > 0, "a user's name");
        var at = Text(mapping, "at", t => Moment(t) is not null, "a UTC time such as 2026-11-22T04:05:06Z");
        var why = Text(mapping, "why", t => t.Trim().Length > 0, "a sentence");
        var needs = ReadNeeds(mapping.Find("needs"));

        return scorer is null || file is null || hash is null || by is null || at is null || why is null
            ? null
            : new(scorer, file, hash, by, Moment(at) ?? default, why, needs);
    }

    private List<TrustNeed> ReadNeeds(YamlNode? node)
    {
        if (node is not YamlSequence list)
        {
            if (node is not null)
            {
                Fault(node, $"'needs' must be a list of {string.Join(", ", Needs)}; it is {node.Kind}.");
            }

            return [];
        }

        var needs = new SortedSet<TrustNeed>();
        foreach (var item in list.Items)
        {
            var text = (item as YamlScalar)?.Text ?? "";
            if (Need(text) is not { } need)
            {
                Fault(item, $"'{text}' is no need; there are {string.Join(", ", Needs)}.{Suggestion.Sentence(text, Needs)}");
            }
            else if (!needs.Add(need))
            {
                Fault(item, $"'{text}' stands here a second time.");
            }
        }

        return [.. needs];
    }

    /// <summary>The need of this name; null when there is none.</summary>
    public static TrustNeed? Need(string name) => Array.IndexOf(Needs, name) is >= 0 and var at ? Enum.GetValues<TrustNeed>()[at] : null;

    private string? Text(YamlMapping mapping, string key, Func<string, bool> isRight, string right)
    {
        var node = mapping.Find(key);
        if (node is YamlScalar { Text: var text } && text.Length > 0 && isRight(text))
        {
            return text;
        }

        if (node is not null)
        {
            Fault(node, $"'{key}' must be {right}{(node is YamlScalar scalar ? $"; it is '{scalar.Text}'" : "")}.");
        }

        return null;
    }

    // A null scorer has a fault of its own already.
    private static bool IsPathOf(string path, string? scorer)
    {
        var parts = path.Split('/');

        return !path.Contains('\\', StringComparison.Ordinal)
            && !parts.Any(p => p is "" or "." or "..")
            && (scorer is null || parts[^1] == $"{scorer}.csx" || path == $"{scorer}/{scorer}.dll");
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, TrustText.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private void CheckKeys(YamlMapping mapping, string[] known, string[] required)
    {
        foreach (var entry in mapping.Entries.Where(e => !known.Contains(e.Key.Text)))
        {
            Fault(entry.Key, $"'{entry.Key.Text}' is not a key here; there are {string.Join(", ", known)}.{Suggestion.Sentence(entry.Key.Text, known)}");
        }

        foreach (var missing in required.Where(k => mapping.Find(k) is null))
        {
            Fault(mapping, $"The key '{missing}' is missing.");
        }
    }

    private void Fault(YamlNode? at, string message) =>
        diagnostics.Add(new(path, at?.Line ?? 0, at?.Column ?? 0, TrustCode.File, Severity.Error, message));
}
