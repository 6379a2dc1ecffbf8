using ScriptHost.Contract;

namespace ScriptHost.Presets;

/// <summary>How a scorer is configured: what a scorer of a preset and an override of it may both say.</summary>
internal sealed record ManifestChanges
{
    /// <summary>The settings, in file order; none stands there twice.</summary>
    public IReadOnlyList<ManifestSetting> With { get; init; } = [];

    /// <summary>The aggregations; null when nothing is said of them.</summary>
    public Stated<IReadOnlyList<Aggregation>>? Aggregations { get; init; }

    /// <summary>The share of units to score when watching, from 0 to 1; null when nothing is said of it.</summary>
    public Stated<double>? Sample { get; init; }

    /// <summary>The filter of traces; null when nothing is said of it.</summary>
    public Stated<string>? Where { get; init; }

    /// <summary>Whether there is nothing but settings.</summary>
    public bool IsSettingsOnly => Aggregations is null && Sample is null && Where is null;
}
