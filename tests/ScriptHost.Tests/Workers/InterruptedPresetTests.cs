using System.Text.Json.Nodes;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>A run of a preset whose threshold fails, interrupted and gone on with.</summary>
public sealed class InterruptedPresetTests : IDisposable
{
    private static readonly string[] Arguments = ["traces", "--preset", "strict", "--jobs", "1", "--format", "none"];

    private readonly Workspace workspace = new Workspace()
        .Scorer("slow", "(Trace trace, int least = 1) => { var sum = 0L; for (var i = 0; i < 1_000_000; i++) sum = (sum * 31 + i) % 1_000_003; return trace.Spans.Count >= least && sum >= 0; }")
        .File("presets/strict.yaml", "preset: strict\nscorers:\n  - slow: { least: 99 }\nthresholds:\n  slow/pass_rate: '>= 0.5'\n")
        .Traces("a.jsonl", [.. Enumerable.Range(0, 700).Select(i => TraceTexts.With($"tr-{i}"))]);

    [Fact(Timeout = 120_000)]
    public async Task Being_cancelled_comes_before_a_failed_threshold_and_the_rest_of_the_run_keeps_the_preset()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Ctrl+C is sent with kill.");
        using var program = RunningProgram.Start(workspace, Arguments);
        while (!program.HasEnded && program.Noted == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await program.InterruptAsync();
        var (cancelled, _, said) = await program.EndAsync();
        var folder = Directory.GetDirectories(workspace.At("results")).ShouldHaveSingleItem();
        var early = Record(folder);
        var (exitCode, _, error) = await RunningProgram.RunAsync(workspace, "--resume", Path.GetFileName(folder));

        cancelled.ShouldBe(3, said);
        ((int?)early["exit_code"]).ShouldBe(3);
        ((int?)early["traces"]?["read"]).ShouldNotBeNull().ShouldBeLessThan(700);
        exitCode.ShouldBe(2, error);
        var record = Record(folder);
        ((int?)record["traces"]?["read"]).ShouldBe(700);
        ((int?)record["scorers"]?[0]?["settings"]?["least"]).ShouldBe(99);
        record["thresholds"].ShouldNotBeNull().AsArray().Count.ShouldBe(1);
        File.ReadLines(Path.Combine(folder, "results.jsonl")).Count().ShouldBe(700);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("-TERM")]
    [InlineData("-HUP")]
    public async Task Who_ends_it_otherwise_gets_the_same_and_the_last_run_can_be_gone_on_with(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent with kill.");
        using var program = RunningProgram.Start(workspace, Arguments);
        while (!program.HasEnded && program.Noted == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await program.SignalAsync(signal);
        var (cancelled, _, said) = await program.EndAsync();
        var (_, listed, notes) = await workspace.RunAsync("list", "runs", "--out", workspace.At("results"));
        var (baseline, _, refused) = await workspace.RunAsync("diff", "last", "last", "--out", workspace.At("results"));
        var (exitCode, _, error) = await RunningProgram.RunAsync(workspace, "--resume", "last");

        cancelled.ShouldBe(3, said);
        listed.ShouldContain("  3 ");
        notes.ShouldContain("has not come to its end");
        baseline.ShouldBe(5);
        refused.ShouldContain("There is no run in '");
        exitCode.ShouldBe(2, error);
    }

    public void Dispose() => workspace.Dispose();

    private static JsonNode Record(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "run.json"))).ShouldNotBeNull();
}
