using System.Text.Json;
using ScriptHost.Comparison;
using ScriptHost.Reports;
using ScriptHost.Runs;

namespace ScriptHost.Html;

/// <summary>A run that came to its end, as its folder has it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Record">The content of <c>run.json</c>.</param>
internal sealed record ReportedRun(string Path, JsonElement Record)
{
    private const string RecordName = "run.json";

    /// <summary>The run's id.</summary>
    public string Id => TextMember.Of(Record, "run_id") ?? System.IO.Path.GetFileName(Path);

    /// <summary>Where its outcomes stand.</summary>
    public string ResultsPath => System.IO.Path.Combine(Path, "results.jsonl");

    /// <summary>What each TRACES argument of the run gave; empty when the record does not say.</summary>
    public required IReadOnlyList<InputRecord> Inputs { get; init; }

    /// <summary>Finds a run.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="run">The run's id, the path of its folder, or <see cref="RunFolder.Last"/>.</param>
    /// <exception cref="InputException">There is no such run, it did not come to its end, or its record cannot be read.</exception>
    public static ReportedRun Find(string parent, string run) => Open(RunFolder.Find(parent, run));

    /// <summary>Reads a run's folder.</summary>
    /// <exception cref="InputException">The run did not come to its end, or its record cannot be read.</exception>
    public static ReportedRun Open(string path)
    {
        var record = System.IO.Path.Combine(path, RecordName);
        if (!File.Exists(record) || !File.Exists(System.IO.Path.Combine(path, "results.jsonl")))
        {
            throw new InputException($"'{path}' has no run.json beside a results.jsonl: the run did not come to its end, or this is no run's folder.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(record));
            var version = document.RootElement.GetProperty("schema_version").GetInt32();

            return version is > 0 and <= RunRecord.SchemaVersion
                ? new(path, document.RootElement.Clone()) { Inputs = InputsOf(document.RootElement) }
                : throw new InputException($"'{record}' has schema_version {version}; this program reads {RunRecord.SchemaVersion}.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{record}' is no run's record: {fault.Message}", fault);
        }
    }

    private static IReadOnlyList<InputRecord> InputsOf(JsonElement record) =>
        record.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Array ? [.. inputs.EnumerateArray().Select(Input)] : [];

    private static InputRecord Input(JsonElement input) => new(
        input.GetProperty("path").GetString() ?? "",
        input.GetProperty("files").GetInt32(),
        input.TryGetProperty("bytes", out var bytes) ? bytes.GetInt64() : null,
        input.GetProperty("traces").GetInt64());
}
