namespace ScriptHost.Presets;

/// <summary>A preset as its file states it, before anything is looked up.</summary>
internal sealed record Manifest
{
    /// <summary>The preset's name; that of its file.</summary>
    public required Stated<string> Name { get; init; }

    /// <summary>What it is for; null when it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The presets whose scorers and thresholds come first.</summary>
    public IReadOnlyList<Stated<string>> Include { get; init; } = [];

    /// <summary>The model for judges; null when it states none.</summary>
    public Stated<string>? Judge { get; init; }

    /// <summary>Its own scorers, in order.</summary>
    public IReadOnlyList<ManifestScorer> Scorers { get; init; } = [];

    /// <summary>The scorers and metrics that it leaves out of what includes brought.</summary>
    public IReadOnlyList<Stated<string>> Drop { get; init; } = [];

    /// <summary>What it changes in what includes brought.</summary>
    public IReadOnlyList<ManifestOverride> Override { get; init; } = [];

    /// <summary>Its own thresholds, in order.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>Whether nothing of the file was left out because of a fault.</summary>
    public bool IsComplete { get; init; } = true;
}
