using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Html;

namespace ScriptHost.Browser;

/// <summary>A run that nothing scored: its folder and its traces, written as a run writes them.</summary>
internal sealed class MadeRun(TemporaryFolder folder, string name)
{
    private readonly StreamWriter traces = File.CreateText(folder.At(name + ".jsonl"));
    private readonly StreamWriter results = File.CreateText(Made(folder, name, "results.jsonl"));
    private int count;

    public string TracesPath => folder.At(name + ".jsonl");

    public MadeRun Trace(string id, string asked, string answered, bool passes, string rationale, string tag = "en")
    {
        var start = 1_795_161_801_377_000_000 + (count * 1_000_000_000L);
        traces.Write(JsonSerializer.Serialize(new
        {
            info = new
            {
                trace_id = id,
                request_time = DateTimeOffset.FromUnixTimeMilliseconds(start / 1_000_000).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                execution_duration_ms = 5 + (count % 1000),
                state = "OK",
                trace_metadata = new Dictionary<string, string> { ["mlflow.trace.session"] = $"s-{count / 4}" },
                tags = new Dictionary<string, string> { ["mlflow.traceName"] = "agent", ["language"] = tag },
            },
            data = new
            {
                spans = new[]
                {
                    Span("1", null, asked, start, asked, answered),
                    Span("2", "1", "search", start + 1_000_000, asked, answered),
                },
            },
        }) + "\n");
        results.Write(JsonSerializer.Serialize(new
        {
            trace_id = id,
            scorer = "good",
            outcome = "scored",
            assessments = new[] { new { assessment_name = "good", trace_id = id, feedback = new { value = passes ? "yes" : "no" }, rationale } },
        }) + "\n");
        count++;

        return this;
    }

    /// <summary>Completes the run's folder; returns its path.</summary>
    public string Complete(JsonArray? thresholds = null)
    {
        traces.Dispose();
        results.Dispose();
        var run = new JsonObject
        {
            ["schema_version"] = 1,
            ["run_id"] = name,
            ["started_at"] = "2026-11-22T08:00:00.000Z",
            ["duration_ms"] = 1234,
            ["exit_code"] = 0,
            ["metrics"] = new JsonObject(),
            ["traces"] = new JsonObject { ["read"] = count, ["malformed"] = 0, ["duplicate"] = 0 },
            ["sessions"] = count / 4,
            ["thresholds"] = thresholds ?? [],
            ["inputs"] = new JsonArray(new JsonObject { ["path"] = TracesPath, ["files"] = 1, ["bytes"] = new FileInfo(TracesPath).Length, ["traces"] = count }),
        };

        return Path.GetDirectoryName(folder.Write(Path.Combine(name, "run.json"), run.ToJsonString())) ?? name;
    }

    /// <summary>Completes the folder and writes its report; returns the report's path.</summary>
    public string Report(ReportBaseline? baseline = null)
    {
        var path = folder.At(name + ".html");
        new HtmlReport { Run = ReportedRun.Open(Complete()), Baseline = baseline }.Write(path, CancellationToken.None);

        return path;
    }

    private static string Made(TemporaryFolder folder, string name, string file)
    {
        Directory.CreateDirectory(folder.At(name));

        return folder.At(Path.Combine(name, file));
    }

    private static object Span(string id, string? parent, string name, long start, string asked, string answered) => new
    {
        span_id = id,
        parent_span_id = parent,
        name,
        start_time_unix_nano = start,
        end_time_unix_nano = start + 4_000_000,
        status = new { code = "STATUS_CODE_OK" },
        attributes = new Dictionary<string, string>
        {
            ["mlflow.spanType"] = parent is null ? "\"CHAIN\"" : "\"TOOL\"",
            ["mlflow.spanInputs"] = JsonSerializer.Serialize(new { question = asked }),
            ["mlflow.spanOutputs"] = JsonSerializer.Serialize(answered),
        },
    };
}
