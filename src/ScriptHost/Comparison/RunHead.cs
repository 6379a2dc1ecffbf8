namespace ScriptHost.Comparison;

/// <summary>What <c>run.json</c> says of a run that is compared.</summary>
internal sealed record RunHead
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it began, as it stands there; null when it does not say.</summary>
    public string? StartedAt { get; init; }

    /// <summary>Its <c>results.jsonl</c>.</summary>
    public required string ResultsPath { get; init; }

    /// <summary>Which way feedbacks get better, where its thresholds say so.</summary>
    public required IReadOnlyDictionary<string, Direction> Directions { get; init; }

    /// <summary>What tells one version of a scorer from another, its script's hash and its settings, by the name of its results.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }
}
