using System.Text.Json.Nodes;

namespace ScriptHost.Runs;

/// <summary>What a run of the program left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it printed.</param>
/// <param name="Error">What it said beside.</param>
/// <param name="Record">run.json; null when nothing ran.</param>
/// <param name="Results">results.jsonl; empty when nothing ran.</param>
internal sealed record PresetRun(int ExitCode, string Out, string Error, JsonNode? Record, string Results)
{
    /// <summary>The scorers' names, in order.</summary>
    public string Scorers => string.Join(", ", Record?["scorers"]?.AsArray().Select(s => s?["name"]?.ToString()) ?? []);

    /// <summary>The values of one scorer's outcomes, or how they ended.</summary>
    public string Of(string scorer) => string.Join(", ", Results.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => JsonNode.Parse(l))
        .Where(l => l?["scorer"]?.ToString() == scorer)
        .Select(l => l?["assessments"]?.AsArray() is [var first, ..] ? first?["feedback"]?["value"]?.ToString() : l?["outcome"]?.ToString()));

    /// <summary>A metric; null when there is none.</summary>
    public double? Metric(string name) => Record?["metrics"]?[name]?.GetValue<double>();
}
