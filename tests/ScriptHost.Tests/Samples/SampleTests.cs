using ScriptHost.Scoring;

namespace ScriptHost.Samples;

/// <summary>The traces and scorers that ship: what a newcomer sees first.</summary>
public sealed class SampleTests
{
    private static readonly string Traces = Path.Combine(Repository.Root, "traces");

    private static readonly string Scorers = Path.Combine(Repository.Root, "scorers");

    private static readonly Lazy<ScoredFolder> Scored = new(() => ScoredFolder.Of(Traces, Scorers));

    public static TheoryData<string> ScriptPaths => [.. Directory.GetFiles(Scorers, "*.csx").Select(p => Path.GetFileName(p))];

    [Fact]
    public void Every_trace_and_session_is_found()
    {
        var run = Scored.Value.Record;

        (run.TracesRead, run.Sessions, run.TracesMalformed, run.TracesDuplicate).ShouldBe((42, 8, 0, 0));
    }

    [Fact]
    public void No_scorer_fails_on_any_trace()
    {
        var outcomes = Scored.Value.Outcomes;

        outcomes.Where(o => o.Kind == OutcomeKind.Error || o.Feedbacks.Any(f => f.Error is not null)).ShouldBeEmpty();
    }

    // These judge by a setting or an expectation that nothing in the sample states; knowledge_kept waits for an assistant that asks.
    [Fact]
    public void A_scorer_is_silent_only_when_it_lacks_what_it_needs()
    {
        var scorers = Scored.Value.Record.Outcomes;

        scorers.Where(s => s.Scored == 0).Select(s => s.Scorer).ShouldBe(
            ["contains", "contains_all", "json_schema", "knowledge_kept", "regex_match", "response_length", "retrieval_precision", "starts_with", "tool_called", "word_list"]);
        Scored.Value.Outcomes.Where(o => o.Kind == OutcomeKind.NotApplicable).ShouldAllBe(o => o.Reason != null && o.Reason.EndsWith('.'));
    }

    [Theory]
    [InlineData("citation", 8, 4)]
    [InlineData("conversation_completeness", 5, 3)]
    [InlineData("exact_match", 5, 2)]
    [InlineData("json_valid", 4, 2)]
    [InlineData("response_completeness", 35, 3)]
    [InlineData("response_tone", 35, 3)]
    [InlineData("span_latency", 39, 3)]
    public void A_verdict_passes_some_and_fails_some(string scorer, int passes, int fails)
    {
        var verdicts = Numbers(Scored.Value, scorer);

        (verdicts.Count(v => v == 1), verdicts.Count(v => v == 0)).ShouldBe((passes, fails));
        verdicts.Count.ShouldBe(passes + fails);
    }

    [Theory]
    [InlineData("tool_call_efficiency", 22)]
    [InlineData("tool_selection_accuracy", 16)]
    public void A_share_varies_from_0_to_1(string scorer, int count)
    {
        var shares = Numbers(Scored.Value, scorer);

        shares.Count.ShouldBe(count);
        (shares.Min(), shares.Max()).ShouldBe((0, 1));
        shares.ShouldContain(s => s > 0 && s < 1);
    }

    [Theory]
    [InlineData("retrieve_ms", 14)]
    [InlineData("generate_ms", 41)]
    [InlineData("tool_ms", 21)]
    public void Stage_latency_has_a_metric_for_each_stage(string stage, long count)
    {
        var metrics = Scored.Value.Record.Metrics;

        metrics.Single(m => m.Name == stage).Count.ShouldBe(count);
    }

    [Theory]
    [MemberData(nameof(ScriptPaths))]
    public void A_script_opens_with_one_comment(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Scorers, file));

        lines[0].ShouldStartWith("// ");
        lines.TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)).Count().ShouldBeLessThanOrEqualTo(3);
    }

    private static List<double> Numbers(ScoredFolder run, string scorer) =>
        [.. run.Outcomes.Where(o => o.Scorer == scorer).SelectMany(o => o.Feedbacks).Select(f => f.Value?.Number).OfType<double>()];
}
