using System.Text.Json.Nodes;
using ScriptHost.Presets;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>How a run calls one of its scorers: plain data, which goes to whoever calls it.</summary>
/// <param name="Name">The name of its results; no other scorer of the run has it.</param>
/// <param name="Settings">Values of settings, by parameter name; what is left out keeps the script's default.</param>
/// <param name="Where">The filter of its traces; null takes all.</param>
internal sealed record ScorerSetup(string Name, JsonObject Settings, string? Where)
{
    private const string NoSettings = "{}";

    /// <summary>The settings as JSON; most scorers have none, and to write or read JSON takes a while the first time.</summary>
    public string SettingsText => Settings.Count == 0 ? NoSettings : Settings.ToJsonString();

    /// <summary>The share of units that are scored, from 0 to 1; see <see cref="UnitSample"/>.</summary>
    public double Sample { get; init; } = 1;

    /// <summary>That of a scorer as its script has it.</summary>
    public static ScorerSetup Of(ScorerDescription scorer) => new(scorer.Name, [], Where: null);

    /// <summary>Reads <see cref="SettingsText"/>.</summary>
    public static JsonObject ReadSettings(string text) => text == NoSettings ? [] : JsonNode.Parse(text)?.AsObject() ?? [];

    /// <summary>That of a preset's member.</summary>
    public static ScorerSetup Of(ConfiguredScorer member) => new(member.Name, member.StatedSettings(), member.Where?.Value);
}
