using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>
/// promptfoo over the outputs of traces: the provider <c>echo</c> gives them back, an assertion in JavaScript measures their length. It is
/// installed from npm into the workplace when it is first wanted.
/// </summary>
/// <param name="place">Where to.</param>
/// <param name="report">Told why, when it is left out.</param>
internal sealed class Promptfoo(Workplace place, Report report)
{
    private const string Release = "0.121.20";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private string Folder => Path.Combine(place.Folder, $"promptfoo-{Release}");

    /// <summary>An evaluation of as many rows as the file has traces; null when it cannot be installed, which is printed.</summary>
    /// <param name="traces">A file of traces.</param>
    public Contender? Over(string traces)
    {
        if (!IsInstalled() || Machine.Find("node", "promptfoo", report) is not { } node)
        {
            return null;
        }

        var outcome = Path.Combine(Folder, "outcome.json");

        return new("promptfoo", node, [Script, "eval", "-c", Configuration(traces), "-o", outcome, "--no-cache", "--no-write", "--no-table", "--no-progress-bar"])
        {
            Environment = new Dictionary<string, string>
            {
                ["PROMPTFOO_CONFIG_DIR"] = Folder,
                ["PROMPTFOO_DISABLE_TELEMETRY"] = "1",
                ["PROMPTFOO_DISABLE_UPDATE"] = "1",
                ["PROMPTFOO_DISABLE_REMOTE_GENERATION"] = "1",
            },
            Total = () => Score(outcome),
        };
    }

    private string Script => Path.Combine(Folder, "node_modules", "promptfoo", "dist", "src", "entrypoint.js");

    private bool IsInstalled()
    {
        if (File.Exists(Script))
        {
            return true;
        }

        if (Machine.Find("npm", "promptfoo", report) is not { } npm)
        {
            return false;
        }

        Directory.CreateDirectory(Folder);
        var failure = Machine.Run(npm, ["install", "--prefix", Folder, "--no-audit", "--no-fund", $"promptfoo@{Release}"], Patience);
        if (failure is not null)
        {
            report.LeaveOut("promptfoo", $"npm could not install it: {failure}");
        }

        return failure is null;
    }

    private string Configuration(string traces)
    {
        var tests = new JsonArray();
        foreach (var line in File.ReadLines(traces))
        {
            tests.Add(new JsonObject { ["vars"] = new JsonObject { ["answer"] = Answer(line) } });
        }

        var configuration = new JsonObject
        {
            ["prompts"] = new JsonArray("{{answer}}"),
            ["providers"] = new JsonArray("echo"),
            ["defaultTest"] = new JsonObject { ["assert"] = new JsonArray(new JsonObject { ["type"] = "javascript", ["value"] = "output.length" }) },
            ["tests"] = tests,
        };
        var path = Path.Combine(Folder, "promptfooconfig.json");
        File.WriteAllText(path, configuration.ToJsonString());

        return path;
    }

    private static string Answer(string line)
    {
        using var trace = JsonDocument.Parse(line);
        var root = trace.RootElement.GetProperty("data").GetProperty("spans").EnumerateArray().First(s => s.GetProperty("parent_span_id").ValueKind == JsonValueKind.Null);

        return JsonSerializer.Deserialize<string>(root.GetProperty("attributes").GetProperty("mlflow.spanOutputs").GetString() ?? "null") ?? "";
    }

    private static long Score(string path)
    {
        using var outcome = JsonDocument.Parse(File.ReadAllText(path));

        return (long)outcome.RootElement.GetProperty("results").GetProperty("results").EnumerateArray().Sum(r => r.GetProperty("score").GetDouble());
    }
}
