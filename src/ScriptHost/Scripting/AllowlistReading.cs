using ScriptHost.Presets;

namespace ScriptHost.Scripting;

/// <summary>Turns the YAML of an allowlist into an <see cref="Allowlist"/>; unknown keys are faults, so that a misspelt one never widens or narrows the list unseen.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class AllowlistReading(string path)
{
    private static readonly string[] Sections = ["version", "references", "imports", "api", "attributes", "emit", "emitHelpersOnly"];
    private static readonly string[] RuleKeys = ["allow", "except", "inherit"];

    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Reads a list; every fault is returned, with its place.</summary>
    /// <param name="text">The file.</param>
    /// <param name="allowlist">The list; null when there are faults.</param>
    public static IReadOnlyList<Diagnostic> Read(AllowlistText text, out Allowlist? allowlist)
    {
        var yaml = YamlReading.Read(text.Path, text.Content, Codes.AllowlistFile);
        var reading = new AllowlistReading(text.Path);
        reading.diagnostics.AddRange(yaml.Diagnostics);
        var read = yaml.Root is null && yaml.Diagnostics.Count > 0 ? null : reading.ReadRoot(yaml.Root);
        allowlist = reading.diagnostics.Count == 0 ? read : null;

        return reading.diagnostics;
    }

    private Allowlist? ReadRoot(YamlNode? root)
    {
        if (root is not YamlMapping mapping)
        {
            Fault(root, $"An allowlist must be a mapping with the keys {string.Join(", ", Sections)}.");

            return null;
        }

        CheckKeys(mapping, Sections);
        foreach (var missing in Sections.Where(s => mapping.Find(s) is null))
        {
            Fault(mapping, $"The key '{missing}' is missing.");
        }

        if (mapping.Find("version") is { } version and not YamlScalar { Text: "1" })
        {
            Fault(version, "'version' must be 1, the only one there is.");
        }

        return new(
            ReadReferences(mapping.Find("references")),
            [.. ReadNames(mapping.Find("imports")).Select(n => n.Text)],
            ReadTypes(mapping.Find("api")),
            ReadAttributes(mapping.Find("attributes")),
            ReadTypes(mapping.Find("emit")),
            ReadTypes(mapping.Find("emitHelpersOnly")));
    }

    private List<string> ReadReferences(YamlNode? node)
    {
        var names = ReadNames(node);
        foreach (var name in names.Where(n => !EmbeddedFiles.References.Contains(n.Text)))
        {
            Fault(name, $"'{name.Text}' is not one of the reference assemblies that ship.{Suggestion.Sentence(name.Text, EmbeddedFiles.References)}");
        }

        return [.. names.Select(n => n.Text)];
    }

    private HashSet<string> ReadAttributes(YamlNode? node)
    {
        var names = ReadNames(node);
        foreach (var name in names.Where(n => !n.Text.Contains('.', StringComparison.Ordinal)))
        {
            Fault(name, $"'{name.Text}' must be an attribute's full name, such as System.FlagsAttribute.");
        }

        return names.Select(n => n.Text).Where(n => n.Contains('.', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
    }

    private Dictionary<string, TypeRule> ReadTypes(YamlNode? node)
    {
        var rules = new Dictionary<string, TypeRule>(StringComparer.Ordinal);
        foreach (var group in Entries(node, "namespaces"))
        {
            foreach (var type in Entries(group.Value, "types"))
            {
                rules[$"{group.Key.Text}.{type.Key.Text}"] = ReadRule(type.Value);
            }
        }

        return rules;
    }

    private TypeRule ReadRule(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Text: "*" }:
                return new(All: true, Names([]), Names([]), Inherit: false);
            case YamlScalar { Text: "type" }:
                return new(All: false, Names([]), Names([]), Inherit: false);
            case YamlSequence members:
                return new(All: false, Names(ReadNames(members)), Names([]), Inherit: false);
            case YamlMapping mapping:
                CheckKeys(mapping, RuleKeys);
                var all = mapping.Find("allow") is YamlScalar { Text: "*" };

                return new(
                    all,
                    all ? Names([]) : Names(ReadNames(mapping.Find("allow"))),
                    mapping.Find("except") is { } except ? Names(ReadNames(except)) : Names([]),
                    ReadFlag(mapping.Find("inherit")));
            default:
                Fault(node, "A type's rule must be \"*\", \"type\", a list of members, or a mapping with allow, except and inherit.");

                return new(All: false, Names([]), Names([]), Inherit: false);
        }
    }

    private bool ReadFlag(YamlNode? node)
    {
        if (node is not (null or YamlScalar { Text: "true" or "false", IsQuoted: false }))
        {
            Fault(node, "'inherit' must be true or false.");
        }

        return node is YamlScalar { Text: "true" };
    }

    private List<YamlScalar> ReadNames(YamlNode? node)
    {
        if (node is not YamlSequence sequence)
        {
            if (node is not null)
            {
                Fault(node, $"This must be a list of names; it is {node.Kind}.");
            }

            return [];
        }

        foreach (var item in sequence.Items.Where(i => i is not YamlScalar { Text.Length: > 0 }))
        {
            Fault(item, "This must be a name.");
        }

        return [.. sequence.Items.OfType<YamlScalar>()];
    }

    private IReadOnlyList<YamlEntry> Entries(YamlNode? node, string what)
    {
        if (node is null or YamlMapping)
        {
            return (node as YamlMapping)?.Entries ?? [];
        }

        Fault(node, $"This must be a mapping of {what}; it is {node.Kind}.");

        return [];
    }

    private void CheckKeys(YamlMapping mapping, string[] known)
    {
        foreach (var entry in mapping.Entries.Where(e => !known.Contains(e.Key.Text)))
        {
            Fault(entry.Key, $"'{entry.Key.Text}' is not a key here; there are {string.Join(", ", known)}.{Suggestion.Sentence(entry.Key.Text, known)}");
        }
    }

    private static HashSet<string> Names(IEnumerable<YamlScalar> names) => names.Select(n => n.Text).ToHashSet(StringComparer.Ordinal);

    private void Fault(YamlNode? at, string message) =>
        diagnostics.Add(new(path, at?.Line ?? 0, at?.Column ?? 0, Codes.AllowlistFile, Severity.Error, message));
}
