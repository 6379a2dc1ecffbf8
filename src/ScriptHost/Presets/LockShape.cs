namespace ScriptHost.Presets;

/// <summary>What a lock looks like.</summary>
internal static class LockShape
{
    private static readonly Shape.Text Hash = new("a SHA-256", "^[0-9a-f]{64}$", "64 lower-case hexadecimal digits");

    private static readonly Shape.Text Name = new("a name", ManifestShape.NamePattern, "letters of a to z, digits, - and _");

    private static readonly Shape.Fields Member = new(
        "a member",
        [
            new("name", Name, "The name of its results.", IsRequired: true),
            new("scorer", Name, "The scorer.", IsRequired: true),
            new("script", Hash, "The script's hash.", IsRequired: true),
            new("settings", new Shape.Entries("a mapping of settings", new Shape.Text("a name"), new Shape.Anything()), "All settings.", IsRequired: true),
            new("aggregations", new Shape.Items("a list of aggregations", new Shape.Choice(ManifestShape.Aggregations)), "The aggregations.", IsRequired: true),
            new("sample", new Shape.Number("a share from 0 to 1", 0, 1), "The share to score when watching."),
            new("where", new Shape.Text("a filter"), "The filter."),
        ]);

    /// <summary>A whole lock.</summary>
    public static readonly Shape.Fields Root = new(
        "a mapping",
        [
            new("lock", new Shape.Choice(["1"]), "The version of this form.", IsRequired: true),
            new("preset", Name, "The preset's name.", IsRequired: true),
            new("hash", Hash, "The preset's hash.", IsRequired: true),
            new("allowlist", Hash, "The allowlist's hash.", IsRequired: true),
            new("judge", new Shape.Text("a model"), "The model for judges."),
            new("members", new Shape.Items("a list of members", Member, Least: 1), "The members, in order.", IsRequired: true),
            ManifestShape.Root.All.Single(f => f.Name == "thresholds"),
        ]);
}
