using System.Collections.ObjectModel;

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

        // Copied here, where the script runs, so that a list of the script's own making cannot run code in the host later.
        Aggregations = aggregations is null ? null : Array.AsReadOnly(aggregations.ToArray());
        Defaults = defaults is null ? ReadOnlyDictionary<string, object?>.Empty : new Dictionary<string, object?>(defaults, StringComparer.Ordinal);
    }

    internal Delegate Entry { get; }

    internal string? Description { get; }

    internal IReadOnlyList<Aggregation>? Aggregations { get; }

    internal IReadOnlyDictionary<string, object?> Defaults { get; }
}
