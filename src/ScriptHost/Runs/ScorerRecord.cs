using System.Text.Json.Nodes;
using ScriptHost.Scoring;
using ScriptHost.Trust;

namespace ScriptHost.Runs;

/// <summary>A scorer as it ran.</summary>
/// <param name="Description">The scorer, under the name of its results.</param>
/// <param name="Settings">The settings it ran with, defaults included, by parameter name.</param>
/// <param name="Trust">Who lets it run with full rights; null when it passed the gate.</param>
internal sealed record ScorerRecord(ScorerDescription Description, JsonObject Settings, TrustEntry? Trust)
{
    /// <summary>The scorer's own name, of which the results may have another.</summary>
    public string Scorer { get; init; } = Description.Name;

    /// <summary>The filter of its traces; null takes all.</summary>
    public string? Where { get; init; }
}
