using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>Configured scorers in order, with what their metrics must hold. Made by <see cref="PresetResolution"/> and <see cref="PresetUnion"/> only.</summary>
internal sealed record Preset
{
    /// <summary>The names of the presets that it was made of, in order; empty for one that the command line alone states.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What it is for; null when nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>Its members; no name stands there twice.</summary>
    public required IReadOnlyList<ConfiguredScorer> Members { get; init; }

    /// <summary>Its thresholds; no metric stands there twice.</summary>
    public required IReadOnlyList<Threshold> Thresholds { get; init; }

    /// <summary>The model for judges; null when none is stated.</summary>
    public Stated<string>? Judge { get; init; }

    /// <summary>Its name, for people: that of a union is its parts' with a plus sign between.</summary>
    public string Name => Names.Count == 0 ? "(command line)" : string.Join('+', Names);

    /// <summary>The SHA-256 of its <see cref="CanonicalForm"/>: the same for presets that score and demand the same.</summary>
    public string Hash => CanonicalForm.Hash(Members.Select(LockedMember.Of), Demands, Judge?.Value);

    /// <summary>All that it scores and demands; what its hash is taken of.</summary>
    public JsonObject Content => CanonicalForm.Of(Members.Select(LockedMember.Of), Demands, Judge?.Value);

    private IEnumerable<KeyValuePair<string, string>> Demands => Thresholds.Select(t => KeyValuePair.Create(t.Metric, t.Demand));

    /// <summary>The aggregations that a run has to compute for a member: its own, then those that thresholds name.</summary>
    public IReadOnlyList<Aggregation> AggregationsOf(ConfiguredScorer member) =>
        [.. member.EffectiveAggregations.Concat(Demanded(member.Name)).Distinct()];

    /// <summary>The aggregations of a feedback that thresholds name.</summary>
    /// <param name="feedback">Its name, which need not be a member's.</param>
    public IEnumerable<Aggregation> Demanded(string feedback) =>
        Enum.GetValues<Aggregation>().Where(a => Thresholds.Any(t => t.Name == feedback && t.Aggregation == AggregationName.Of(a)));
}
