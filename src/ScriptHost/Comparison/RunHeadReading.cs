using System.Text.Json;
using ScriptHost.Presets;
using ScriptHost.Runs;

namespace ScriptHost.Comparison;

/// <summary>
/// Reads what a comparison needs of <c>run.json</c>, and nothing else: a record that an earlier version wrote, and lacks what came later, is as good.
/// </summary>
internal static class RunHeadReading
{
    /// <summary>The head of the run in a folder.</summary>
    /// <exception cref="InputException">It holds no complete run, or one of a later format.</exception>
    public static RunHead Read(string folder)
    {
        var (record, results) = (Path.Combine(folder, "run.json"), Path.Combine(folder, "results.jsonl"));
        if (!File.Exists(record) || !File.Exists(results))
        {
            var hint = File.Exists(Path.Combine(folder, "journal")) ? " It did not come to its end: 'scripthost run --resume' goes on with it." : "";

            throw new InputException($"'{folder}' holds no complete run: {(File.Exists(record) ? "results.jsonl" : "run.json")} is missing.{hint}");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(record));

            return Read(document.RootElement, folder, results);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{record}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The head of a run that has just ended.</summary>
    public static RunHead Of(RunRecord run, string resultsPath) => new()
    {
        Id = run.RunId,
        StartedAt = null,
        ResultsPath = resultsPath,
        Directions = Directions(run.Verdicts.Select(v => (v.Metric, v.Bound))),
        Versions = run.Scorers.ToDictionary(s => s.Description.Name, s => Version(s.Description.Hash, s.Settings.ToJsonString()), StringComparer.Ordinal),
    };

    private static RunHead Read(JsonElement run, string folder, string results)
    {
        if (run.ValueKind != JsonValueKind.Object || !run.TryGetProperty("schema_version", out var version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number) || number < 1)
        {
            throw new InputException($"'{Path.Combine(folder, "run.json")}' is no record of a run: it has no schema_version.");
        }

        if (number > RunRecord.SchemaVersion)
        {
            throw new InputException($"'{Path.Combine(folder, "run.json")}' has schema_version {number}, which a later version of this program wrote; this one reads up to {RunRecord.SchemaVersion}.");
        }

        return new()
        {
            Id = TextMember.Of(run, "run_id") ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            StartedAt = TextMember.Of(run, "started_at"),
            ResultsPath = results,
            Directions = Directions(Items(run, "thresholds").Select(t => (TextMember.Of(t, "metric") ?? "", TextMember.Of(t, "bound") ?? ""))),
            Versions = Items(run, "scorers").Where(s => TextMember.Of(s, "name") is not null)
                .GroupBy(s => TextMember.Of(s, "name") ?? "", StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => Version(TextMember.Of(g.First(), "hash"), Compact(g.First(), "settings")), StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, Direction> Directions(IEnumerable<(string Metric, string Bound)> thresholds)
    {
        var directions = new Dictionary<string, Direction>(StringComparer.Ordinal);
        foreach (var (metric, bound) in thresholds.Where(t => t.Metric.Contains('/', StringComparison.Ordinal)))
        {
            var direction = bound switch
            {
                ['<', ..] => Direction.Lower,
                _ when bound.StartsWith(Bound.BetweenWord, StringComparison.Ordinal) => Direction.Neither,
                _ => Direction.Higher,
            };
            if (direction != Direction.Higher)
            {
                directions.TryAdd(metric[..metric.LastIndexOf('/')], direction);
            }
        }

        return directions;
    }

    private static string Version(string? hash, string settings) => $"{hash} {settings}";

    // As JsonNode writes it, without the record's indentation.
    private static string Compact(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? System.Text.Json.Nodes.JsonNode.Parse(value.GetRawText())?.ToJsonString() ?? "" : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
