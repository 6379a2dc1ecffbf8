using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>A member of a preset: a scorer under a name, with settings.</summary>
internal sealed record ConfiguredScorer
{
    /// <summary>The name of its results.</summary>
    public required string Name { get; init; }

    /// <summary>The scorer.</summary>
    public required ScorerDescription Scorer { get; init; }

    /// <summary>All settings, defaults included, by name in ordinal order.</summary>
    public required IReadOnlyList<ConfiguredSetting> Settings { get; init; }

    /// <summary>How its values become metrics; null when the script decides.</summary>
    public Stated<IReadOnlyList<Aggregation>>? Aggregations { get; init; }

    /// <summary>The share of units to score when watching, from 0 to 1; null for all.</summary>
    public Stated<double>? Sample { get; init; }

    /// <summary>The filter of traces; null takes all.</summary>
    public Stated<string>? Where { get; init; }

    /// <summary>Where it was named.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The aggregations that hold, the script's included.</summary>
    public IReadOnlyList<Aggregation> EffectiveAggregations => Aggregations?.Value ?? Scorer.Aggregations;

    /// <summary>The settings that were stated, to be given in place of the script's defaults.</summary>
    public JsonObject StatedSettings()
    {
        var stated = new JsonObject();
        foreach (var setting in Settings.Where(s => s.Origin is not null))
        {
            stated.Add(setting.Name, JsonNode.Parse(setting.Value));
        }

        return stated;
    }

    /// <summary>
    /// What makes it what it is, its name aside: two members of one name are the same when these are. A setting that is stated and one that has
    /// the same value by default are the same.
    /// </summary>
    public string Configuration => CanonicalForm.Of(LockedMember.Of(this) with { Script = "" });

    /// <summary>The scorer with the settings that were stated, for messages: <c>response_length {max: 400}</c>.</summary>
    public override string ToString()
    {
        var parts = Settings.Where(s => s.Origin is not null).Select(s => $"{s.Name}: {s.Value}").ToList();
        if (Aggregations is { } aggregations)
        {
            parts.Add($"aggregations: [{string.Join(", ", aggregations.Value.Select(AggregationName.Of))}]");
        }

        if (Sample is { } sample)
        {
            parts.Add($"sample: {YamlText.Of(sample.Value)}");
        }

        if (Where is { } where)
        {
            parts.Add($"where: {YamlText.Of(where.Value)}");
        }

        return parts.Count == 0 ? Scorer.Name : $"{Scorer.Name} {{{string.Join(", ", parts)}}}";
    }
}
