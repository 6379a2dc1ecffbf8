using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>Reads locks, strictly: what somebody edited by hand pins nothing.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class LockReading(string path)
{
    private readonly ShapeCheck check = new(path);

    /// <summary>The name of a preset's lock, beside the preset.</summary>
    public static string FileName(string preset) => $"{preset}.lock.yaml";

    /// <summary>Reads a lock; every fault is returned, with its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">UTF-8.</param>
    public static LockReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var yaml = YamlReading.Read(path, content, PresetCodes.Syntax);

        return yaml.Diagnostics.Count > 0 ? new(null, yaml.Diagnostics) : new LockReading(path).Read(yaml.Root);
    }

    private LockReadResult Read(YamlNode? root)
    {
        if (root is not YamlMapping mapping)
        {
            return new(null, [new(path, root?.Line ?? 0, root?.Column ?? 0, PresetCodes.Kind, Severity.Error, "The file holds no lock; 'scripthost lock' writes one.")]);
        }

        check.Check(mapping, LockShape.Root, "A lock");
        if (check.Diagnostics.Count > 0)
        {
            return new(null, check.Diagnostics);
        }

        var locked = new LockedPreset
        {
            Name = Text(mapping, "preset"),
            Allowlist = Text(mapping, "allowlist"),
            Judge = TextOrNull(mapping, "judge"),
            Members = [.. Items(mapping, "members").Select(m => Member((YamlMapping)m))],
            Thresholds = new SortedList<string, string>(
                Entries(mapping, "thresholds").ToDictionary(t => t.Key.Text, t => ThresholdReading.Read(t, Origin.At(path, t.Key), check.IsSound)?.Demand ?? ""),
                StringComparer.Ordinal),
        };

        return Fault(mapping, locked) is { } fault ? new(null, [fault]) : new(locked, []);
    }

    private Diagnostic? Fault(YamlMapping root, LockedPreset locked)
    {
        var right = $"write it anew with 'scripthost lock {locked.Name}'.";
        if (Path.GetFileName(path) != FileName(locked.Name))
        {
            return Origin.At(path, root).Fault(PresetCodes.Name, $"The lock is of the preset '{locked.Name}' and its file is '{Path.GetFileName(path)}'; {right}");
        }

        return locked.Hash == Text(root, "hash")
            ? null
            : Origin.At(path, root).Fault(PresetCodes.LockEdited, $"The lock has been edited: its hash is that of something else; {right}");
    }

    private static LockedMember Member(YamlMapping member) => new()
    {
        Name = Text(member, "name"),
        Scorer = Text(member, "scorer"),
        Script = Text(member, "script"),
        Settings = new SortedList<string, string>(
            Entries(member, "settings").ToDictionary(s => s.Key.Text, s => ScriptJson.TextOf(YamlJson.Read(s.Value))), StringComparer.Ordinal),
        Aggregations = [.. Items(member, "aggregations").OfType<YamlScalar>().Select(a => a.Text)],
        Sample = member.Find("sample") is YamlScalar sample ? CoreScalar.Finite(sample) : null,
        Where = TextOrNull(member, "where"),
    };

    private static string Text(YamlMapping mapping, string key) => TextOrNull(mapping, key) ?? "";

    private static string? TextOrNull(YamlMapping mapping, string key) => (mapping.Find(key) as YamlScalar)?.Text;

    private static IReadOnlyList<YamlNode> Items(YamlMapping mapping, string key) => (mapping.Find(key) as YamlSequence)?.Items ?? [];

    private static IReadOnlyList<YamlEntry> Entries(YamlMapping mapping, string key) => (mapping.Find(key) as YamlMapping)?.Entries ?? [];
}
