namespace ScriptHost.Presets;

public sealed class ThresholdJudgingTests
{
    private static readonly Dictionary<string, MetricValue> Metrics = new()
    {
        ["citation/pass_rate"] = new(0.9, 20, 18),
        ["citation/mean"] = new(0.9, 20, 18),
        ["latency/p90"] = new(1200.5, 40, 0),
        ["none/mean"] = new(double.NaN, 0, 0),
        ["poisoned/mean"] = new(double.NaN, 3, 0),
        ["endless/sum"] = new(double.PositiveInfinity, 3, 0),
        ["close/mean"] = new(0.949996, 50, 0),
    };

    [Theory]
    [InlineData("citation/mean: \">= 0.9\"", true, "'citation/mean' is 0.9 (n 20); it holds >= 0.9.")]
    [InlineData("citation/mean: \"> 0.9\"", false, "'citation/mean' is 0.9 (n 20); it must be > 0.9.")]
    [InlineData("citation/mean: { at_least: 0.95 }", false, "'citation/mean' is 0.9 (n 20); it must be >= 0.95.")]
    [InlineData("latency/p90: \"<= 1200.5\"", true, "'latency/p90' is 1200.5 (n 40); it holds <= 1200.5.")]
    [InlineData("latency/p90: \"< 1200.5\"", false, "'latency/p90' is 1200.5 (n 40); it must be < 1200.5.")]
    [InlineData("latency/p90: { between: [1000, 2000] }", true, "'latency/p90' is 1200.5 (n 40); it holds between 1000 and 2000.")]
    [InlineData("latency/p90: { between: [1300, 2000] }", false, "'latency/p90' is 1200.5 (n 40); it must be between 1300 and 2000.")]
    [InlineData("latency/p90: { above: 1200 }", true, "'latency/p90' is 1200.5 (n 40); it holds > 1200.")]
    [InlineData("latency/p90: { below: 1200 }", false, "'latency/p90' is 1200.5 (n 40); it must be < 1200.")]
    [InlineData("close/mean: \">= 0.95\"", false, "'close/mean' is 0.949996 (n 50); it must be >= 0.95.")]
    public void A_bound_holds_or_not(string threshold, bool passed, string sentence)
    {
        var verdict = Judge(threshold);

        (verdict.Passed, verdict.Sentence).ShouldBe((passed, sentence));
        verdict.Interval.ShouldBeNull();
    }

    [Fact]
    public void A_pass_rate_shows_its_interval()
    {
        var verdict = Judge("citation/pass_rate: \">= 0.85\"");

        verdict.Passed.ShouldBeTrue();
        verdict.Sentence.ShouldBe("'citation/pass_rate' is 0.9 (n 20, 95 % interval 0.699 to 0.9721); it holds >= 0.85.");
        (verdict.Metric, verdict.Bound, verdict.Value, verdict.Count, verdict.Level).ShouldBe(("citation/pass_rate", ">= 0.85", 0.9, 20L, ThresholdLevel.Fail));
    }

    [Theory]
    [InlineData("at_least: 0.85", false)]
    [InlineData("at_least: 0.69", true)]
    [InlineData("at_most: 0.95", false)]
    [InlineData("at_most: 0.98", true)]
    [InlineData("between: [0.69, 0.98]", true)]
    [InlineData("between: [0.7, 0.98]", false)]
    public void Confidently_wants_the_whole_interval_within_the_bound(string bound, bool passed)
    {
        var verdict = Judge($"citation/pass_rate: {{ {bound}, confidently: true }}");

        verdict.Passed.ShouldBe(passed);
        verdict.Sentence.ShouldContain("over its whole interval");
    }

    [Theory]
    [InlineData("citatoin/mean", "There is no metric 'citatoin/mean', so nothing was checked; it must be >= 0. Did you mean 'citation/mean'?")]
    [InlineData("citation/p90", "There is no metric 'citation/p90', so nothing was checked; it must be >= 0. There are 'citation/mean', 'citation/pass_rate'.")]
    [InlineData("something_else/mean", "There is no metric 'something_else/mean', so nothing was checked; it must be >= 0.")]
    [InlineData("none/mean", "'none/mean' was computed of no value, so nothing was checked; it must be >= 0.")]
    [InlineData("poisoned/mean", "'poisoned/mean' is NaN, which is no number to hold; it must be >= 0.")]
    [InlineData("endless/sum", "'endless/sum' is Infinity, which is no number to hold; it must be >= 0.")]
    public void What_was_not_checked_fails(string metric, string sentence)
    {
        var verdict = Judge($"{metric}: \">= 0\"");

        (verdict.Passed, verdict.FailsRun, verdict.Value).ShouldBe((false, true, null));
        verdict.Sentence.ShouldBe(sentence);
    }

    [Theory]
    [InlineData("fail", true)]
    [InlineData("warn", false)]
    [InlineData("info", false)]
    public void Only_the_level_fail_fails_the_run(string level, bool fails) =>
        Judge($"citation/mean: {{ at_least: 1, level: {level} }}").FailsRun.ShouldBe(fails);

    [Fact]
    public void A_comparison_without_a_baseline_fails_and_says_how_to_name_one()
    {
        var verdict = Judge("citation/mean: { no_worse_than: 0.02 }");

        (verdict.Passed, verdict.FailsRun).ShouldBe((false, true));
        verdict.Sentence.ShouldBe("'citation/mean' was not compared: it must be no worse than a baseline's by 0.02, and the run has no baseline; name one with --baseline RUN.");
        Judge("citation/mean: { no_worse_than: 0.02, level: warn }").FailsRun.ShouldBeFalse();
    }

    [Fact]
    public void A_bound_and_a_comparison_have_a_verdict_each() =>
        ThresholdJudging.Judge(Thresholds("citation/mean: { at_least: 0.8, no_worse_than: 0.02 }"), Metrics).Select(v => v.Passed).ShouldBe([true, false]);

    private static Verdict Judge(string threshold) => ThresholdJudging.Judge(Thresholds(threshold), Metrics).ShouldHaveSingleItem();

    private static IReadOnlyList<Threshold> Thresholds(string threshold) =>
        PresetTexts.Read($"preset: support\nscorers: [fluency]\nthresholds:\n  {threshold}\n").Thresholds;
}
