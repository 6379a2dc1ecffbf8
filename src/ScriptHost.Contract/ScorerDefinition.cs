namespace ScriptHost.Contract;

/// <summary>An entry delegate with what the host should know about it. A script makes one with <see cref="Scorer.Define"/>.</summary>
public sealed class ScorerDefinition
{
    internal ScorerDefinition(
        Delegate entry,
        string? description,
        IReadOnlyList<Aggregation>? aggregations,
        IReadOnlyDictionary<string, object?>? defaults)
    {
        Entry = entry;
        Description = description;
        Aggregations = aggregations;
        Defaults = defaults;
    }

    internal Delegate Entry { get; }

    internal string? Description { get; }

    internal IReadOnlyList<Aggregation>? Aggregations { get; }

    internal IReadOnlyDictionary<string, object?>? Defaults { get; }
}
