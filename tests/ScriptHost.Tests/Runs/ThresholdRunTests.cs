namespace ScriptHost.Runs;

/// <summary>Thresholds as gates of a run, through the program.</summary>
public sealed class ThresholdRunTests : IDisposable
{
    private const string Throws = "(string outputs) => outputs.Length > 3 ? throw new InvalidOperationException(\"no\") : true";

    private readonly PresetWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Verdicts_stand_in_the_table_and_in_the_record_and_a_failure_exits_with_2()
    {
        workspace.Preset("p", """
            scorers: [size, { length: { max: 10 } }]
            thresholds:
              length/pass_rate: ">= 0.5"
              size/max: "<= 10"
              size/p90: { at_most: 5, level: warn }
            """);

        var run = await workspace.RunAsync("--preset", "p");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("1 of 3 thresholds failed.");
        run.Out.ShouldMatch(@"pass\s+length/pass_rate\s+0\.6667\s+>= 0\.5\s+3\s+0\.2077 to 0\.9385");
        run.Out.ShouldMatch(@"FAIL\s+size/max\s+15\s+<= 10\s+3");
        run.Out.ShouldMatch(@"warn\s+size/p90\s+13\s+<= 5\s+3");
        var verdicts = run.Record?["thresholds"]?.AsArray().Select(t => $"{t?["metric"]} {t?["passed"]} {t?["level"]} {t?["n"]}").ToList();
        verdicts.ShouldBe(["length/pass_rate true fail 3", "size/max false fail 3", "size/p90 false warn 3"]);
        run.Record?["thresholds"]?[0]?["interval"]?[0]?.GetValue<double>().ShouldBe(0.2077, 0.0001);
        run.Record?["exit_code"]?.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Whether_the_whole_interval_holds_decides_when_confidently_is_asked()
    {
        workspace.Preset("sure", "scorers: [length]\nthresholds: { length/pass_rate: { at_least: 0.5, confidently: true } }\n")
            .Preset("plain", "scorers: [length]\nthresholds: { length/pass_rate: { at_least: 0.5 } }\n");

        // Three of three: the Wilson interval begins at 0.4385.
        (await workspace.RunAsync("--preset", "plain")).ExitCode.ShouldBe(0);
        (await workspace.RunAsync("--preset", "sure")).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("lenght/pass_rate", "Did you mean 'length/pass_rate'?")]
    [InlineData("nothing_alike/mean", "There is no metric 'nothing_alike/mean', so nothing was checked")]
    public async Task A_metric_that_does_not_exist_fails_the_run(string metric, string message)
    {
        workspace.Preset("p", $"scorers: [length]\nthresholds: {{ {metric}: \">= 0\", length/pass_rate: \">= 0\" }}\n");

        var run = await workspace.RunAsync("--preset", "p");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Out.ShouldContain(message);
    }

    [Fact]
    public async Task A_feedback_that_names_itself_can_have_a_threshold_whose_aggregation_nobody_else_asked_for()
    {
        workspace.Folder.Scorer("both", "(string outputs) => new[] { new Feedback(outputs.Length, name: \"long\"), new Feedback(true, name: \"there\") }");
        workspace.Preset("p", "scorers: [both]\nthresholds: { long/p99: \"> 10\", there/pass_rate: \">= 1\" }\n");

        var run = await workspace.RunAsync("--preset", "p");

        run.ExitCode.ShouldBe(0, run.Error + run.Out);
        run.Metric("there/pass_rate").ShouldBe(1);
    }

    [Theory]
    [InlineData("scorers: [silent]\n", 8)]
    [InlineData("scorers: [silent]\nthresholds: { silent/mean: \">= 0\" }\n", 2)]
    [InlineData("scorers: [silent]\nthresholds: { silent/mean: { at_least: 0, level: info } }\n", 8)]
    [InlineData("scorers:\n  - { scorer: size, where: \"session_id = 'none'\" }\nthresholds: { size/count: \"<= 5\" }\n", 2)]
    public async Task A_run_with_no_scored_pair_is_never_green(string rest, int exitCode)
    {
        workspace.Folder.Scorer("silent", "(string outputs) => Feedback.NotApplicable(\"none\")");
        workspace.Preset("p", rest);

        (await workspace.RunAsync("--preset", "p")).ExitCode.ShouldBe(exitCode);
    }

    [Theory]
    [InlineData("scorers: [throws]\nthresholds: { throws/mean: \">= 2\" }\n", "", 2)]
    [InlineData("scorers: [throws]\nthresholds: { throws/mean: { at_least: 2, level: warn } }\n", "", 9)]
    [InlineData("scorers: [throws]\nthresholds: { throws/mean: { at_least: 2, level: warn } }\n", "--max-errors 5", 0)]
    [InlineData("scorers: [throws]\nthresholds: { throws/mean: \">= 2\" }\n", "--strict", 5)]
    [InlineData("scorers: [throws]\nthresholds: { throws/mean: \">= 1\" }\n", "--max-errors 5", 0)]
    public async Task Bad_input_goes_before_a_threshold_and_a_threshold_before_scorer_errors(string rest, string arguments, int exitCode)
    {
        workspace.Folder.Scorer("throws", Throws).Traces("bad.jsonl", "{");
        workspace.Preset("p", rest);

        (await workspace.RunAsync(["--preset", "p", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ExitCode.ShouldBe(exitCode);
    }
}
