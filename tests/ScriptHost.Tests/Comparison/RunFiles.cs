using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Comparison;

/// <summary>Folders of runs, made by hand.</summary>
internal sealed class RunFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    /// <summary>Writes a run.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="lines">The lines of its results.</param>
    /// <param name="rest">What else <c>run.json</c> says, from a comma on.</param>
    /// <returns>Its folder.</returns>
    public string Write(string id, IEnumerable<string> lines, string rest = "")
    {
        folder.Write($"{id}/run.json", $$"""{ "schema_version": 1, "run_id": "{{id}}"{{rest}} }""");
        folder.Write($"{id}/results.jsonl", string.Concat(lines.Select(l => l + "\n")));

        return folder.At(id);
    }

    /// <summary>Writes two runs and compares them.</summary>
    public RunComparison Compare(IEnumerable<string> before, IEnumerable<string> after, string rest = "") =>
        RunComparison.Of(RunHeadReading.Read(Write("run-a", before)), RunHeadReading.Read(Write("run-b", after, rest)), TestContext.Current.CancellationToken);

    /// <summary>A line of results.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="name">The scorer's name, and the feedback's.</param>
    /// <param name="value">The value; null makes the pair not applicable, an exception an error.</param>
    /// <param name="rationale">Why.</param>
    /// <param name="session">The session that the trace belongs to.</param>
    /// <param name="scored">The session that is scored.</param>
    public static string Line(string trace, string name, object? value, string? rationale = null, string? session = null, string? scored = null)
    {
        var line = new JsonObject { ["trace_id"] = trace };
        if (scored is not null)
        {
            line["session_id"] = scored;
        }

        if (session is not null)
        {
            line["in_session"] = session;
        }

        line["scorer"] = name;
        line["outcome"] = value switch { null => "not_applicable", Exception => "error", _ => "scored" };
        var feedback = value is Exception error
            ? new JsonObject { ["value"] = null, ["error"] = new JsonObject { ["error_code"] = "SCORER_ERROR", ["error_message"] = error.Message } }
            : new JsonObject { ["value"] = JsonSerializer.SerializeToNode(value) };
        var assessment = new JsonObject { ["assessment_name"] = name, ["feedback"] = feedback };
        if (rationale is not null)
        {
            assessment["rationale"] = rationale;
        }

        line["assessments"] = value is null ? new JsonArray() : new JsonArray(assessment);

        return line.ToJsonString();
    }

    /// <summary>Two runs of one of everything that a comparison can meet.</summary>
    public RunComparison Everything()
    {
        var sessions = Enumerable.Range(1, 30).Select(i => (Trace: $"tr-{i:00}", Session: $"conv-{i % 6}")).ToList();
        var before = sessions.SelectMany((t, i) => (string[])
        [
            Line(t.Trace, "citation", i < 24 ? "yes" : "no", i < 24 ? "Names [source]." : "No source is named.", t.Session),
            Line(t.Trace, "latency", 900 + (i * 7 % 50), session: t.Session),
            Line(t.Trace, "tone", i % 9 == 0 ? "curt" : "warm", session: t.Session),
            Line(t.Trace, "polite", true, session: t.Session),
        ]);
        var after = sessions.SelectMany((t, i) => (string[])
        [
            Line(t.Trace, "citation", i is >= 9 and < 29 ? "yes" : "no", i is >= 9 and < 29 ? "Names [source]." : "The answer has <b>no</b> source | see \u001b[31mhttps://example.com.", t.Session),
            Line(t.Trace, "latency", 1000 + (i * 11 % 60), session: t.Session),
            Line(t.Trace, "tone", "warm", session: t.Session),
            Line(t.Trace, "polite", i == 3 ? new InvalidOperationException("no words") : true, session: t.Session),
        ]);

        return Compare(
            before.Append(Line("tr-90", "citation", "yes")).Append(Line("tr-01", "turns", 3, scored: "conv-1")).Append(Line("tr-02", "turns", 4, scored: "conv-2")),
            after.Append(Line("tr-91", "citation", "no")).Append(Line("tr-01", "turns", 3, scored: "conv-1")).Append(Line("tr-02", "turns", 5, scored: "conv-2")),
            """, "thresholds": [{ "metric": "latency/p90", "bound": "<= 2000" }]""");
    }

    public void Dispose() => folder.Dispose();
}
