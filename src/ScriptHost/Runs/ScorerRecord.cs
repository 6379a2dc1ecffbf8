using System.Text.Json.Nodes;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>A scorer as it ran.</summary>
/// <param name="Description">The scorer.</param>
/// <param name="Settings">The settings it ran with, defaults included, by parameter name.</param>
internal sealed record ScorerRecord(ScorerDescription Description, JsonObject Settings);
