using ScriptHost.Contract;

namespace ScriptHost.Presets;

/// <summary>Turns the YAML of a preset into a <see cref="Manifest"/>.</summary>
/// <param name="path">The file, for messages and origins.</param>
internal sealed class ManifestReading(string path)
{
    private readonly ShapeCheck check = new(path);

    /// <summary>Reads a manifest; every fault is returned, with its place.</summary>
    /// <param name="path">The file; its stem is the name that the preset must have.</param>
    /// <param name="content">UTF-8.</param>
    public static ManifestReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var yaml = YamlReading.Read(path, content, PresetCodes.Syntax);

        return yaml.Root is null && yaml.Diagnostics.Count > 0 ? new(null, yaml.Diagnostics) : new ManifestReading(path).Read(yaml);
    }

    private ManifestReadResult Read(YamlDocument yaml)
    {
        if (yaml.Root is not YamlMapping root || root.Entries.Count == 0)
        {
            var message = yaml.Root is null or YamlMapping or YamlScalar { Text: "" } ? "The file is empty" : $"The file holds {yaml.Root.Kind}";

            return new(null, [.. yaml.Diagnostics, new(path, yaml.Root?.Line ?? 1, yaml.Root?.Column ?? 1, PresetCodes.Kind, Severity.Error,
                $"{message}; a preset must be a mapping that begins with 'preset: {Path.GetFileNameWithoutExtension(path)}'.")]);
        }

        check.Check(root, ManifestShape.Root, "A preset");

        // What stands in place of an alias is nobody's fault.
        var places = yaml.Diagnostics.Select(d => (d.Line, d.Column)).ToHashSet();
        List<Diagnostic> diagnostics = [.. yaml.Diagnostics, .. check.Diagnostics.Where(d => !places.Contains((d.Line, d.Column)))];
        var name = Text(root.Find("preset"));
        var stem = Path.GetFileNameWithoutExtension(path);
        if (name is not null && name.Value != stem)
        {
            diagnostics.Add(name.Origin.Fault(PresetCodes.Name, $"The preset is called '{name.Value}' and its file '{Path.GetFileName(path)}'; name both alike, such as 'preset: {stem}'."));
        }

        var thresholds = Entries(root.Find("thresholds")).Select(t => ThresholdReading.Read(t, Origin.At(path, t.Key), check.IsSound)).OfType<Threshold>().ToList();
        diagnostics.AddRange(thresholds.Select(t => ThresholdReading.Fault(t) is { } fault ? t.Origin.Fault(PresetCodes.Value, fault) : null).OfType<Diagnostic>());

        return new(
            new()
            {
                // A faulty name is told; what includes the file looks for the file's.
                Name = new(stem, name?.Origin ?? Origin.At(path, root)),
                Description = Text(root.Find("description"))?.Value,
                Include = [.. Texts(root.Find("include"))],
                Judge = root.Find("judge") is YamlMapping judge ? Text(judge.Find("model")) : null,
                Scorers = [.. Items(root.Find("scorers")).Select(ReadScorer).OfType<ManifestScorer>()],
                Drop = [.. Texts(root.Find("drop"))],
                Override = [.. Entries(root.Find("override")).Where(o => o.Value is YamlMapping)
                    .Select(o => new ManifestOverride(new(o.Key.Text, Origin.At(path, o.Key)), ReadChanges(o.Value)))],
                Thresholds = thresholds,
                IsComplete = diagnostics.Count == 0,
            },
            diagnostics);
    }

    private ManifestScorer? ReadScorer(YamlNode node)
    {
        if (Text(node) is { } name)
        {
            return new(name, As: null, new());
        }

        if (node is not YamlMapping mapping)
        {
            return null;
        }

        if (mapping.Find("scorer") is null && mapping.Entries is [var only] && !ManifestShape.MemberKeys.Contains(only.Key.Text))
        {
            return check.IsSound(only.Key) && only.Value is YamlMapping
                ? new(new(only.Key.Text, Origin.At(path, only.Key)), As: null, new() { With = ReadSettings(only.Value) })
                : null;
        }

        return Text(mapping.Find("scorer")) is { } scorer ? new(scorer, Text(mapping.Find("as")), ReadChanges(mapping)) : null;
    }

    private ManifestChanges ReadChanges(YamlNode node)
    {
        var mapping = (YamlMapping)node;

        return new()
        {
            With = ReadSettings(mapping.Find("with")),
            Aggregations = mapping.Find("aggregations") is YamlSequence list && check.IsSound(list)
                ? new([.. Texts(list).Select(a => Enum.GetValues<Aggregation>()[Index(ManifestShape.Aggregations, a.Value)])], Origin.At(path, list))
                : null,
            Sample = mapping.Find("sample") is YamlScalar sample && check.IsSound(sample) && CoreScalar.Finite(sample) is { } share
                ? new(share, Origin.At(path, sample))
                : null,
            Where = Text(mapping.Find("where")),
        };
    }

    private IReadOnlyList<ManifestSetting> ReadSettings(YamlNode? node) =>
        [.. Entries(node).Select(e => new ManifestSetting(e.Key.Text, Normal(e.Value), Origin.At(path, e.Key)))];

    private static YamlNode Normal(YamlNode node) => node switch
    {
        YamlScalar scalar => CoreScalar.Normal(scalar),
        YamlSequence sequence => sequence with { Items = [.. sequence.Items.Select(Normal)] },
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(e => new YamlEntry(e.Key with { IsQuoted = false }, Normal(e.Value)))] },
        _ => node,
    };

    private static int Index(IReadOnlyList<string> names, string name) => names.Index().First(n => n.Item == name).Index;

    private Stated<string>? Text(YamlNode? node) => node is YamlScalar scalar && check.IsSound(scalar) ? new(scalar.Text, Origin.At(path, scalar)) : null;

    private IEnumerable<Stated<string>> Texts(YamlNode? node) => Items(node).Select(Text).OfType<Stated<string>>();

    private IEnumerable<YamlNode> Items(YamlNode? node) => (node as YamlSequence)?.Items.Where(check.IsSound) ?? [];

    private IEnumerable<YamlEntry> Entries(YamlNode? node) =>
        (node as YamlMapping)?.Entries.Where(e => check.IsSound(e.Key) && check.IsSound(e.Value)) ?? [];
}
