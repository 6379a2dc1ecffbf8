using System.Text.Json.Nodes;

namespace ScriptHost.Runs;

/// <summary>Which faults of a trace a run sees, by what its scorers ask for.</summary>
public sealed class PartialReadingRunTests : IDisposable
{
    // The second span's number is none of JSON's; its strings and brackets are right.
    private const string Faulty =
        """{"info":{"trace_id":"tr-1","request_time":5},"data":{"spans":[{"span_id":"a","start_time":1,"attributes":{"mlflow.spanOutputs":"\"kept\""}},{"span_id":"b","parent_id":"a","start_time":NaN}]}}""";

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Traces("a.jsonl", Faulty, Faulty.Replace("NaN", "2", StringComparison.Ordinal).Replace("tr-1", "tr-2", StringComparison.Ordinal), Faulty[..^30]);

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("none")]
    [InlineData("process")]
    public async Task Spans_that_no_scorer_asks_for_are_passed_and_strictness_reads_every_byte(string isolation)
    {
        var (exitCode, record) = await RunAsync("--isolation", isolation);

        exitCode.ShouldBe(0);
        (record["traces"]?["read"]?.GetValue<int>(), record["traces"]?["malformed"]?.GetValue<int>()).ShouldBe((2, 1));

        var strict = await RunAsync("--isolation", isolation, "--strict");

        strict.ExitCode.ShouldBe(5);
        (strict.Record["traces"]?["read"]?.GetValue<int>(), strict.Record["traces"]?["malformed"]?.GetValue<int>()).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("(Trace trace) => trace.Spans.Count")]
    [InlineData("(Session session) => session.Count")]
    public async Task A_scorer_of_whole_traces_has_every_byte_read_for_all(string scorer)
    {
        workspace.Scorer("whole", scorer);

        var (_, record) = await RunAsync();

        record["traces"]?["malformed"]?.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_read_in_part_is_not_taken_over_by_a_run_that_reads_every_byte()
    {
        await RunAsync();

        (await RunAsync("--reuse", "last")).Record["reused"]?["outcomes"]?["length"]?.GetValue<int>().ShouldBe(2);

        var strict = await RunAsync("--reuse", "last", "--strict");

        strict.ExitCode.ShouldBe(5);
        strict.Record["traces"]?["malformed"]?.GetValue<int>().ShouldBe(2);
    }

    private async Task<(int ExitCode, JsonNode Record)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await workspace.RunAsync(["run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("results"), "--format", "json", .. arguments]);

        return (exitCode, JsonNode.Parse(output).ShouldNotBeNull(error));
    }
}
