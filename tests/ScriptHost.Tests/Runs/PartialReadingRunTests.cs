using System.Text;
using System.Text.Json.Nodes;
using ScriptHost.Scripting;

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

    [Theory]
    [InlineData("none")]
    [InlineData("process")]
    public async Task A_scorer_of_traces_that_names_nothing_behind_the_root_leaves_it_passed_the_second_time_too(string isolation)
    {
        workspace.Scorer("tagged", "(Trace trace) => trace.Tags.Count + trace.Root!.Outputs!.ToString().Length");

        // What a script says of itself is kept from the first run on.
        foreach (var _ in (int[])[1, 2])
        {
            var (exitCode, record) = await RunAsync("--isolation", isolation);

            exitCode.ShouldBe(0);
            record["traces"]?["malformed"]?.GetValue<int>().ShouldBe(1);
            record["metrics"]?["tagged/mean"]?.GetValue<double>().ShouldBe(4);
        }

        (await RunAsync("--isolation", isolation, "--strict")).Record["traces"]?["malformed"]?.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("none", "return spans();")]
    [InlineData("none", "try { return spans(); } catch { return 0; }")]
    [InlineData("process", "try { return spans(); } catch { return 0; }")]
    public async Task A_fault_that_shows_in_a_call_in_a_roundabout_way_is_the_traces_own_and_no_scorers(string isolation, string code)
    {
        // An operator's list may let scripts have reflection.
        var list = Encoding.UTF8.GetString(AllowlistText.Embedded.Content.Span)
            .Replace("    Object: [.ctor,", "    Type: [GetProperty]\n    Object: [GetType, .ctor,", StringComparison.Ordinal)
            .Replace("\n  System.Linq:", "\n  System.Reflection:\n    PropertyInfo: [GetValue]\n  System.Linq:", StringComparison.Ordinal);
        workspace.File("list.yaml", list).Scorer("roundabout", $$"""
            int Count(Trace trace)
            {
                Func<int> spans = () => ((IReadOnlyList<Span>)trace.GetType().GetProperty("Spans")!.GetValue(trace)!).Count;
                {{code}}
            }
            return Count;
            """);

        var (exitCode, record) = await RunAsync("--isolation", isolation, "--allowlist", workspace.At("list.yaml"));

        exitCode.ShouldBe(0);
        (record["traces"]?["read"]?.GetValue<int>(), record["traces"]?["malformed"]?.GetValue<int>()).ShouldBe((1, 2));
        record["metrics"]?["roundabout/mean"]?.GetValue<double>().ShouldBe(2);
        record.ToJsonString().ShouldContain("is an invalid start of a value");
        record.ToJsonString().ShouldNotContain("SCORER_ERROR");
    }

    [Fact]
    public async Task Into_plugins_nobody_looks()
    {
        await workspace.Plugin("Tagged", "public sealed class Tagged : ClassScorer { public int Score(Trace trace) => trace.Tags.Count; }").TrustAsync("Tagged");

        (await RunAsync()).Record["traces"]?["malformed"]?.GetValue<int>().ShouldBe(2);
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
