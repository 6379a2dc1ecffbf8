using System.Text.Json.Nodes;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary><c>run --profile</c>, through the program.</summary>
public sealed class ProfileRunTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("process")]
    public async Task What_calls_cost_stands_in_the_table_and_in_the_record(string isolation)
    {
        using var workspace = new Workspace()
            .Scorer("cheap", "(string outputs) => outputs.Length")
            .Scorer("dear", "(string outputs) => { var text = \"\"; for (var i = 0; i < 3000; i++) text += outputs; return text.Length; }")
            .Scorer("turns", "(Session session) => session.Count")
            .Traces("a.jsonl", [.. Enumerable.Range(0, 20).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 4}"))]);

        var (exitCode, output, error) = await workspace.RunAsync(
            "run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("results"), "--profile", "--isolation", isolation);

        exitCode.ShouldBe(0, error);
        output.ShouldContain("Slowest calls:");
        output.ShouldContain("Scripts: 3 compiled, 0 from the cache");
        var record = Directory.GetFiles(workspace.At("results"), "run.json", SearchOption.AllDirectories).Single();
        var profile = JsonNode.Parse(File.ReadAllText(record))?["profile"].ShouldNotBeNull();
        profile?["scorers"]?["dear"]?["calls"]?.GetValue<int>().ShouldBe(20);
        profile?["scorers"]?["turns"]?["calls"]?.GetValue<int>().ShouldBe(4);
        Bytes("dear").ShouldBeGreaterThan(20L * 3000 * 3000);
        Bytes("cheap").ShouldBeLessThan(Bytes("dear") / 100);
        profile?["slowest"]?.AsArray().Select(s => s?["ms"]?.GetValue<double>() ?? 0).ShouldBeInOrder(SortDirection.Descending);
        profile?["slowest"]?.AsArray().Count.ShouldBe(10);

        profile?["scripts"]?.ToJsonString().ShouldBe("""{"compiled":3,"cached":0}""");

        (_, output, _) = await workspace.RunAsync(
            "run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("results"), "--profile", "--isolation", isolation);
        output.ShouldContain("Scripts: 0 compiled, 3 from the cache");

        (_, output, _) = await workspace.RunAsync(
            "run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--scorer", "turns,cheap", "--out", workspace.At("results"), "--profile", "--isolation", isolation);
        output.ShouldContain("Scripts: 0 compiled, 2 from the cache");

        long Bytes(string scorer) => profile?["scorers"]?[scorer]?["allocated_bytes"]?.GetValue<long>() ?? 0;
    }
}
