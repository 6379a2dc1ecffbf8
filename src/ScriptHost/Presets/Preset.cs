using System.Text.Json;
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

    /// <summary>Writes all that it scores and demands, which its hash is taken of.</summary>
    public void WriteContent(Utf8JsonWriter json) => CanonicalForm.Write(json, Members.Select(LockedMember.Of), Demands, Judge?.Value);

    private Dictionary<string, string> Demands => Thresholds.ToDictionary(t => t.Metric, t => t.Demand, StringComparer.Ordinal);

    /// <summary>The aggregations that a run has to compute for a member: its own, then those that thresholds name.</summary>
    public IReadOnlyList<Aggregation> AggregationsOf(ConfiguredScorer member) =>
        AggregationUnion.Of(member.EffectiveAggregations, Demanded(member.Name));

    /// <summary>The aggregations of a feedback that thresholds name.</summary>
    /// <param name="feedback">Its name, which need not be a member's.</param>
    public IEnumerable<Aggregation> Demanded(string feedback)
    {
        for (var aggregation = AggregationName.First; aggregation <= AggregationName.Last; aggregation++)
        {
            if (Thresholds.Any(t => t.Name == feedback && t.Aggregation == AggregationName.Of(aggregation)))
            {
                yield return aggregation;
            }
        }
    }
}
