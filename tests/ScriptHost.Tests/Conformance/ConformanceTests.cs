using System.Text.Json;

namespace ScriptHost.Conformance;

/// <summary>
/// What <c>mlflow.genai.evaluate</c> of MLflow 3.11.2 gave for 45 scorers over 124 traces, recorded in <c>expected.json</c>; the
/// scripts are the same scorers in C#.
/// </summary>
public sealed class ConformanceTests
{
    private const int ShownDifferences = 20;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance");

    private static readonly Lazy<ScoredFolder> Scored =
        new(() => ScoredFolder.Of(Path.Combine(Folder, "traces"), Path.Combine(Folder, "scorers")));

    [Fact]
    public void Every_trace_and_session_is_found()
    {
        var run = Scored.Value.Record;

        (run.TracesRead, run.Sessions, run.TracesMalformed, run.TracesDuplicate).ShouldBe((124, 25, 0, 0));
        run.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Every_assessment_is_the_one_that_MLflow_makes()
    {
        using var expected = Expected();
        var actual = Scored.Value.Outcomes.SelectMany(o => o.Feedbacks.Select(f => AssessmentRecord.Actual(o, f)));

        var differences = Differences.Between(
            expected.RootElement.GetProperty("assessments").EnumerateArray().Select(AssessmentRecord.Expected), actual);

        ShouldBeNone(differences);
    }

    [Fact]
    public void Every_metric_is_the_one_that_MLflow_computes()
    {
        using var expected = Expected();
        var metrics = Scored.Value.Record.Metrics
            .SelectMany(m => m.Values.Select(v => KeyValuePair.Create($"{m.Name}/{v.Aggregation}", v.Value)))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);

        var differences = Differences.Between(
            expected.RootElement.GetProperty("metrics").EnumerateObject().Select(m => (m.Name, m.Value.GetDouble())), metrics);

        ShouldBeNone(differences);
    }

    private static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "expected.json")));

    private static void ShouldBeNone(IReadOnlyList<string> differences) =>
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(ShownDifferences)));
}
