using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>A member of a preset as a lock pins it: all that its results depend on, as plain data.</summary>
internal sealed record LockedMember
{
    /// <summary>The name of its results.</summary>
    public required string Name { get; init; }

    /// <summary>The scorer.</summary>
    public required string Scorer { get; init; }

    /// <summary>SHA-256 of the script's source, 64 lower-case hexadecimal digits.</summary>
    public required string Script { get; init; }

    /// <summary>All settings as JSON texts, as <see cref="ScriptJson.TextOf"/> writes them, defaults included, in ordinal order of their names.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The names of its aggregations, in order.</summary>
    public required IReadOnlyList<string> Aggregations { get; init; }

    /// <summary>The share of units to score when watching; null for all.</summary>
    public double? Sample { get; init; }

    /// <summary>The filter of traces; null takes all.</summary>
    public string? Where { get; init; }

    /// <summary>What a lock pins of a configured scorer.</summary>
    public static LockedMember Of(ConfiguredScorer member) => new()
    {
        Name = member.Name,
        Scorer = member.Scorer.Name,
        Script = member.Scorer.Hash,
        Settings = new SortedList<string, string>(member.Settings.ToDictionary(s => s.Name, s => s.Value), StringComparer.Ordinal),
        Aggregations = [.. member.EffectiveAggregations.Select(AggregationName.Of)],
        Sample = member.Sample?.Value,
        Where = member.Where?.Value,
    };
}
