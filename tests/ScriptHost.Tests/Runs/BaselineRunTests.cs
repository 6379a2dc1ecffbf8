using System.Text.Json.Nodes;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Runs against a baseline, and what differs between two runs, through the program.</summary>
public sealed class BaselineRunTests : IDisposable
{
    private readonly PresetWorkspace workspace = new();

    public BaselineRunTests() => workspace.Folder
        .Traces("b.jsonl", [.. Enumerable.Range(1, 20).Select(i => TraceTexts.With($"tr-{i + 100}", $"s-{i % 5}", $"\"{new string('x', i)}\""))]);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task No_worse_than_holds_against_a_baseline_and_fails_with_2_when_it_does_not()
    {
        workspace.Preset("p", "scorers: [short]\nthresholds: { short/pass_rate: { no_worse_than: 0.3 } }\n");
        var baseline = await BaselineAsync("(string outputs) => outputs.Length <= 15");
        Short("(string outputs) => new Feedback(outputs.Length <= 10, $\"It has {outputs.Length} letters.\")");

        var close = await RunAsync("--preset", "p", "--baseline", baseline);
        Short("(string outputs) => outputs.Length <= 2");
        var far = await RunAsync("--preset", "p", "--baseline", baseline);

        close.ExitCode.ShouldBe(0, close.Error + close.Out);
        far.ExitCode.ShouldBe(2, far.Error + far.Out);
        far.Error.ShouldContain("1 of 1 thresholds failed.");
        far.Out.ShouldContain($"'short/pass_rate' is 0.1304, and was 0.7826 in '{baseline}', over 23 pairs: it is worse by 0.6522, and must be worse by 0.3 at most.");
        close.Record?["thresholds"]?[0]?["passed"]?.GetValue<bool>().ShouldBeTrue();
        close.Record?["thresholds"]?[0]?["baseline"]?.GetValue<double>().ShouldBe(18 / 23.0, 1e-12);
        close.Record?["baseline"]?["run_id"]?.ToString().ShouldBe(baseline);
        close.Record?["baseline"]?["flips"]?.ToJsonString().ShouldBe("""{"newly_failing":6,"newly_in_error":0,"newly_passing":0}""");
        close.Out.ShouldContain("Newly failing: 6");
        close.Out.ShouldContain("is  false: It has 15 letters.");
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_does_not_undo_the_run()
    {
        workspace.Preset("p", "scorers: [short]\n");
        var baseline = await BaselineAsync("(string outputs) => outputs.Length <= 15");
        File.AppendAllText(workspace.Folder.At(Path.Combine("results", baseline, "results.jsonl")), "{broken\n");

        var run = await RunAsync("--preset", "p", "--baseline", baseline);

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("is damaged");
        run.Record?["metrics"]?["short/mean"].ShouldNotBeNull();
        run.Results.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Without_a_baseline_no_worse_than_fails_and_says_why()
    {
        workspace.Preset("p", "scorers: [size]\nthresholds: { size/mean: { no_worse_than: 0.1 } }\n");

        var run = await RunAsync("--preset", "p");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Out.ShouldContain("the run has no baseline; name one with --baseline RUN.");
    }

    [Theory]
    [InlineData("size/mean: { no_worse_than: 0.9 }", 2)]
    [InlineData("size/mean: { no_worse_than: 1 }", 0)]
    [InlineData("size/p90: { no_worse_than: 0.9 }", 2)]
    [InlineData("size/mean: { no_worse_than: 0, at_most: 100 }", 0)]
    [InlineData("size/mean: { no_worse_than: 0.9, between: [0, 100] }", 2)]
    [InlineData("size/count: { no_worse_than: 0 }", 0)]
    [InlineData("sise/mean: { no_worse_than: 5 }", 2)]
    [InlineData("size/mean: { no_worse_than: 0.9, level: warn }", 0)]
    public async Task Which_way_is_worse_and_of_what_is_told_by_the_threshold(string threshold, int exitCode)
    {
        workspace.Preset("p", $"scorers: [size]\nthresholds: {{ {threshold} }}\n");
        var baseline = await BaselineAsync(scorer: "size");
        workspace.Folder.Scorer("size", "(string outputs) => outputs.Length - 1");

        var run = await RunAsync("--preset", "p", "--baseline", baseline);

        run.ExitCode.ShouldBe(exitCode, run.Error + run.Out);
    }

    // 0.9 - 0.88 is 0.020000000000000018 in doubles.
    [Fact]
    public async Task A_margin_is_not_missed_by_rounding()
    {
        workspace.Preset("p", "scorers: [size]\nthresholds: { size/mean: { no_worse_than: 0.02 } }\n");
        workspace.Folder.Scorer("size", "(string outputs) => 0.9");
        var baseline = await BaselineAsync(scorer: "size");
        workspace.Folder.Scorer("size", "(string outputs) => 0.88");

        (await RunAsync("--preset", "p", "--baseline", baseline)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_baseline_that_shares_no_trace_lets_nothing_pass()
    {
        workspace.Preset("p", "scorers: [size]\nthresholds: { size/mean: { no_worse_than: 5 } }\n");
        var baseline = await BaselineAsync(scorer: "size");

        var run = await RunAsync("--preset", "p", "--baseline", baseline, "--trace-id", "tr-1");
        var none = await RunAsync("--preset", "p", "--baseline", baseline, "--where", "session_id = 'nobody'");

        run.ExitCode.ShouldBe(0);
        run.Record?["baseline"]?["changed_scorers"]?.AsArray().ShouldBeEmpty();
        none.ExitCode.ShouldBe(2);
        none.Out.ShouldContain("there is no unit of which both runs have a number.");
    }

    [Fact]
    public async Task A_baseline_that_is_not_there_is_told_before_anything_is_scored()
    {
        var baseline = await BaselineAsync(scorer: "size");

        var (exitCode, output, error) = await workspace.Folder.RunAsync(
            "run", workspace.Folder.At("traces"), "--scorers", workspace.Folder.At("scorers"), "--out", workspace.Folder.At("results"), "--baseline", baseline[..^1] + "x");

        exitCode.ShouldBe(5);
        output.ShouldBeEmpty();
        error.ShouldContain($"There is no run '{baseline[..^1]}x' in 'results'. Did you mean '{baseline}'?");
        Directory.GetDirectories(workspace.Folder.At("results")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Diff_shows_two_runs_as_a_table_as_JSON_and_as_Markdown()
    {
        var before = await BaselineAsync("(string outputs) => outputs.Length <= 15");
        var after = await BaselineAsync("(string outputs) => outputs.Length <= 5");

        var (exitCode, table, _) = await DiffAsync(before, after);
        var (_, json, _) = await DiffAsync(before, after, "--format", "json");
        var (_, markdown, _) = await DiffAsync(before, after, "--format", "md");
        var (_, same, _) = await DiffAsync(before, before, "--format", "json");

        exitCode.ShouldBe(0);
        table.ShouldMatch(@"short\s+0\.7826\s+0\.3043\s+-0\.4783\s+-0\.6462 to -0\.227\s+0\.001\s+0\.\d+\s+23\s+worse");
        var parsed = JsonNode.Parse(json);
        parsed?["feedbacks"]?[0]?["lost"]?.GetValue<int>().ShouldBe(11);
        parsed?["flips"]?.AsArray().Count.ShouldBe(11);
        parsed?["clustered_by_session"]?.GetValue<bool>().ShouldBeTrue();
        parsed?["changed_scorers"]?[0]?.ToString().ShouldBe("short");
        markdown.ShouldContain("| short | 0.7826 | 0.3043 |");
        JsonNode.Parse(same)?["flips"]?.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Diff_of_a_run_that_is_not_there_exits_with_5()
    {
        var (exitCode, _, error) = await DiffAsync("nothing", "nothing");

        exitCode.ShouldBe(5);
        error.ShouldBe("error: There is no run 'nothing' in 'results'.\n");
    }

    [Fact]
    public async Task The_last_run_need_not_be_named()
    {
        var before = await BaselineAsync("(string outputs) => outputs.Length < 10");
        var after = await BaselineAsync("(string outputs) => outputs.Length < 5");

        var (exitCode, output, error) = await DiffAsync(before, "last");

        exitCode.ShouldBe(0, error);
        output.ShouldStartWith($"{after} against {before}");
    }

    private Task<(int ExitCode, string Out, string Error)> DiffAsync(string before, string after, params string[] arguments) =>
        workspace.Folder.RunAsync(["diff", before, after, "--out", workspace.Folder.At("results"), .. arguments]);

    private void Short(string script) => workspace.Folder.Scorer("short", script);

    private async Task<string> BaselineAsync(string? script = null, string scorer = "short")
    {
        if (script is not null)
        {
            Short(script);
        }

        var before = Ids();
        await workspace.Folder.ScoreAsync("--scorer", scorer);

        return Ids().Except(before).ShouldHaveSingleItem();
    }

    private string[] Ids() => Directory.Exists(workspace.Folder.At("results")) ? [.. Directory.GetDirectories(workspace.Folder.At("results")).Select(d => Path.GetFileName(d))] : [];

    private Task<PresetRun> RunAsync(params string[] arguments) =>
        workspace.RunAsync([.. arguments.Select((a, i) => i > 0 && arguments[i - 1] == "--baseline" ? workspace.Folder.At($"results/{a}") : a)]);
}
