namespace ScriptHost.Comparison;

public sealed class RunComparisonTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Yes_and_no_are_compared_by_McNemars_test_over_the_traces_of_both_runs()
    {
        // Ten pass no more, two pass now, eight stay: 2 and 10 have 0.0386 in scipy.
        var comparison = files.Compare(
            Lines(i => i < 15 ? "yes" : "no"),
            Lines(i => i is (>= 10 and < 15) or 15 or 16 ? "Yes" : "No"));

        var feedback = comparison.Feedbacks.ShouldHaveSingleItem();
        feedback.Pairs.Counts.ShouldBe(new(BothPass: 5, Gained: 2, Lost: 10, BothFail: 3));
        feedback.Probability.ShouldNotBeNull().ShouldBe(0.03857421875, 1e-12);
        (feedback.Before, feedback.After).ShouldBe((0.75, 0.35));
        feedback.Change.ShouldBe(Change.Worse);
    }

    [Fact]
    public void Flips_come_newly_failing_first_and_each_has_both_rationales()
    {
        var comparison = files.Compare(
            [RunFiles.Line("tr-1", "a", false, "was bad"), RunFiles.Line("tr-2", "a", true, "was good"), RunFiles.Line("tr-3", "a", true), RunFiles.Line("tr-4", "a", true)],
            [RunFiles.Line("tr-1", "a", true, "is good"), RunFiles.Line("tr-2", "a", new InvalidOperationException("broke")), RunFiles.Line("tr-3", "a", false, "is bad"), RunFiles.Line("tr-4", "a", true)]);

        comparison.Flips.ShouldBe(
        [
            new(FlipKind.NewlyFailing, "tr-3", null, "a", "true", null, "false", "is bad"),
            new(FlipKind.NewlyInError, "tr-2", null, "a", "true", "was good", "SCORER_ERROR: broke", null),
            new(FlipKind.NewlyPassing, "tr-1", null, "a", "false", "was bad", "true", "is good"),
        ]);
    }

    [Fact]
    public void What_only_one_run_has_is_counted_and_not_compared()
    {
        var comparison = files.Compare(
            [RunFiles.Line("tr-1", "a", 1), RunFiles.Line("tr-2", "a", 2), RunFiles.Line("tr-3", "a", 3), RunFiles.Line("tr-4", "old", 3)],
            [RunFiles.Line("tr-1", "a", 1), RunFiles.Line("tr-2", "a", null), RunFiles.Line("tr-3", "a", new InvalidOperationException()), RunFiles.Line("tr-5", "a", 4)]);

        comparison.Traces.ShouldBe(new(Both: 3, OnlyBefore: 1, OnlyAfter: 1));
        comparison.Feedbacks.Select(f => f.Pairs.Name).ShouldBe(["a", "old"]);
        var pairs = comparison.Feedbacks[0].Pairs;
        pairs.Values.ShouldHaveSingleItem();
        (pairs.OnlyBefore, pairs.NewErrors, pairs.OnlyAfter, pairs.CountBefore, pairs.CountAfter).ShouldBe((2, 1, 1, 3, 2));
        comparison.Feedbacks[1].Pairs.OnlyBefore.ShouldBe(1);
    }

    [Fact]
    public void Traces_of_one_session_count_as_one_draw()
    {
        // Each session moves as one: alone, forty traces seem to say much more than eight sessions do.
        var before = Enumerable.Range(0, 40).Select(i => (Trace: $"tr-{i}", Session: $"s-{i / 5}", Value: (double)(i % 3))).ToList();
        var moved = before.Select(t => (t.Trace, t.Session, Value: t.Value + (t.Session is "s-0" or "s-1" or "s-2" ? 3 : -0.5))).ToList();

        var alone = files.Compare(before.Select(t => RunFiles.Line(t.Trace, "a", t.Value)), moved.Select(t => RunFiles.Line(t.Trace, "a", t.Value)));
        var together = files.Compare(before.Select(t => RunFiles.Line(t.Trace, "a", t.Value)), moved.Select(t => RunFiles.Line(t.Trace, "a", t.Value, session: t.Session)));

        (alone.KnowsSessions, together.KnowsSessions).ShouldBe((false, true));
        alone.Feedbacks[0].Difference.ShouldBe(together.Feedbacks[0].Difference);
        alone.Feedbacks[0].Change.ShouldBe(Change.Better);
        together.Feedbacks[0].Change.ShouldBe(Change.None);
        together.Feedbacks[0].Pairs.Differences.Groups.ShouldBe(8);
        together.Feedbacks[0].Detectable.ShouldNotBeNull().ShouldBeGreaterThan(alone.Feedbacks[0].Detectable.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("<= 5", "Lower", "Better")]
    [InlineData("< 5", "Lower", "Better")]
    [InlineData(">= 5", "Higher", "Worse")]
    [InlineData("between 1 and 2", "Neither", "Different")]
    [InlineData("no worse than the baseline by 0.1", "Higher", "Worse")]
    public void A_threshold_says_which_way_is_better(string bound, string direction, string change)
    {
        var comparison = files.Compare(
            Enumerable.Range(0, 20).Select(i => RunFiles.Line($"tr-{i}", "a", 10 + (i % 4))),
            Enumerable.Range(0, 20).Select(i => RunFiles.Line($"tr-{i}", "a", 8 + (i % 3))),
            $$""", "thresholds": [{ "metric": "a/p90", "bound": "{{bound}}" }]""");

        ($"{comparison.Feedbacks[0].Direction}", $"{comparison.Feedbacks[0].Change}").ShouldBe((direction, change));
    }

    [Fact]
    public void Where_less_is_better_yes_is_what_fails()
    {
        var comparison = files.Compare([RunFiles.Line("tr-1", "refusal", false)], [RunFiles.Line("tr-1", "refusal", true)], """, "thresholds": [{ "metric": "refusal/pass_rate", "bound": "<= 0.1" }]""");

        comparison.Flips.ShouldHaveSingleItem().Kind.ShouldBe(FlipKind.NewlyFailing);
    }

    [Fact]
    public void Sessions_are_paired_by_their_own_id_whatever_trace_stands_for_them()
    {
        var comparison = files.Compare([RunFiles.Line("tr-1", "turns", 3, scored: "conv")], [RunFiles.Line("tr-0", "turns", 4, scored: "conv")]);

        comparison.Feedbacks[0].Pairs.Values.ShouldHaveSingleItem();
        (comparison.Sessions, comparison.Traces).ShouldBe((new(1, 0, 0), new(0, 0, 0)));
    }

    [Fact]
    public void Two_scorers_with_one_feedback_name_are_paired_in_their_order()
    {
        var comparison = files.Compare([RunFiles.Line("tr-1", "a", 1), RunFiles.Line("tr-1", "a", 2)], [RunFiles.Line("tr-1", "a", 1), RunFiles.Line("tr-1", "a", 2)]);

        comparison.Feedbacks[0].Pairs.Values.Select(v => v.After - v.Before).ShouldBe([0, 0]);
    }

    [Fact]
    public void Other_texts_are_only_said_to_have_changed()
    {
        var feedback = files.Compare([RunFiles.Line("tr-1", "tone", "warm"), RunFiles.Line("tr-2", "tone", "warm")], [RunFiles.Line("tr-1", "tone", "curt"), RunFiles.Line("tr-2", "tone", "warm")])
            .Feedbacks.ShouldHaveSingleItem();

        (feedback.Pairs.Texts, feedback.Pairs.TextsChanged, feedback.Difference, feedback.Probability).ShouldBe((2, 1, null, null));
    }

    [Fact]
    public void Probabilities_are_adjusted_for_the_number_of_feedbacks()
    {
        var comparison = files.Compare(
            Lines(i => i < 15 ? "yes" : "no").Concat(Lines(_ => 1, "b")),
            Lines(i => i is (>= 10 and < 15) or 15 or 16 ? "yes" : "no").Concat(Lines(_ => 1, "b")));

        comparison.Feedbacks.Select(f => Math.Round(f.Adjusted ?? -1, 4)).ShouldBe([0.0771, 1]);
        comparison.Feedbacks[0].Change.ShouldBe(Change.None);
    }

    [Fact]
    public void A_scorer_that_is_not_what_it_was_is_named()
    {
        static string Scorer(string hash, string settings) => $$""", "scorers": [{ "name": "a", "hash": "{{hash}}", "settings": {{settings}} }]""";
        var before = RunHeadReading.Read(files.Write("before", [], Scorer("1", "{ \"min\": 1 }")));

        ChangedFrom(before, Scorer("1", "{\"min\":1}")).ShouldBeEmpty();
        ChangedFrom(before, Scorer("2", "{\"min\":1}")).ShouldBe(["a"]);
        ChangedFrom(before, Scorer("1", "{\"min\":2}")).ShouldBe(["a"]);
    }

    private IEnumerable<string> ChangedFrom(RunHead before, string rest) =>
        RunComparison.Of(before, RunHeadReading.Read(files.Write("after", [], rest)), TestContext.Current.CancellationToken).ChangedScorers;

    private static IEnumerable<string> Lines(Func<int, object> value, string name = "a") => Enumerable.Range(0, 20).Select(i => RunFiles.Line($"tr-{i}", name, value(i)));
}
