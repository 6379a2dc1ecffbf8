using System.Diagnostics;
using System.Globalization;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

public sealed class ScorerRunnerTests
{
    private static readonly ScorerRunner Runner = new(TimeSpan.FromSeconds(10));

    private enum Mood
    {
        Calm,
    }

    public static TheoryData<Delegate, object> Values => new()
    {
        { () => true, true },
        { () => 5, 5L },
        { () => long.MaxValue, long.MaxValue },
        { () => 0.5f, 0.5 },
        { () => 0.25, 0.25 },
        { () => 0.10m, 0.10m },
        { () => "fine", "fine" },
        { () => Mood.Calm, "Calm" },
        { () => (FeedbackValue)7, 7L },
        { object () => true, true },
        { () => Task.FromResult(5), 5L },
        { () => ValueTask.FromResult<bool?>(true), true },
        { () => new Feedback("yes"), "yes" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_becomes_one_feedback_with_the_scorers_name_and_source(Delegate entry, object expected)
    {
        var outcome = Score(entry);

        outcome.Kind.ShouldBe(OutcomeKind.Scored);
        outcome.Reason.ShouldBeNull();
        var feedback = outcome.Feedbacks.ShouldHaveSingleItem();
        feedback.Name.ShouldBe("some_scorer");
        feedback.Source.ShouldBe(new AssessmentSource(AssessmentSourceType.Code, "some_scorer"));
        Boxed(feedback.Value.ShouldNotBeNull()).ShouldBe(expected);
    }

    public static TheoryData<Delegate, string, string> Refused => new()
    {
        { object () => new[] { 1, 2 }, ErrorCode.UnsupportedResult, "type 'int[]'" },
        { object () => new List<object> { new Feedback(true) }, ErrorCode.UnsupportedResult, "type 'List<object>'" },
        { object () => Objects(), ErrorCode.UnsupportedResult, "type 'IEnumerable<object>'" },
        { object () => (Func<int>)(() => 1), ErrorCode.UnsupportedResult, "'Func<int>'" },
        { object () => Task.FromResult<object>(Task.FromResult(1)), ErrorCode.UnsupportedResult, "task in a task" },
        { object () => Task.CompletedTask, ErrorCode.UnsupportedResult, "without a value" },
        { object () => WithoutValue(), ErrorCode.UnsupportedResult, "without a value" },
        { () => double.NaN, ErrorCode.NonFiniteValue, "NaN" },
        { () => float.NegativeInfinity, ErrorCode.NonFiniteValue, "-Infinity" },
        { () => new[] { new Feedback(1) }, ErrorCode.UnnamedFeedback, "Feedback 1" },
        { () => new[] { new Feedback(1, name: "a"), new Feedback(2, name: "a") }, ErrorCode.DuplicateName, "'a'" },
        { () => new Feedback?[] { new(1, name: "a"), null }, ErrorCode.UnsupportedResult, "Feedback 2" },
        { () => Endless(), ErrorCode.TooManyFeedbacks, "1000" },
        { () => new Feedback(1, name: " "), ErrorCode.InvalidName, "blank" },
        { () => new Feedback(1, name: new string('n', 251)), ErrorCode.InvalidName, "251" },
        { () => new string('v', 100_001), ErrorCode.ResultTooLarge, "100001" },
        { () => new Feedback(1, metadata: new Dictionary<string, string> { ["k"] = new('v', 10_001) }), ErrorCode.ResultTooLarge, "metadata" },
        { () => Feedback.Failed("MY_CODE", "mine"), "MY_CODE", "mine" },
        { () => Feedback.Failed(new FormatException("bad")), "FormatException", "bad" },
        { object () => throw new InvalidOperationException("bad row"), ErrorCode.ScorerError, "bad row" },
        { object () => throw new AggregateException(new FormatException("inner")), ErrorCode.ScorerError, "inner" },
        { async Task<int> () => { await Task.Yield(); throw new FormatException("late"); }, ErrorCode.ScorerError, "late" },
        { object () => throw new OperationCanceledException("own"), ErrorCode.ScorerError, "own" },
        { () => Task.FromCanceled<int>(new CancellationToken(canceled: true)), ErrorCode.ScorerError, "cancel" },
        { object () => throw new SilentException(), ErrorCode.ScorerError, "SilentException" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_used_becomes_one_error(Delegate entry, string code, string part)
    {
        var outcome = Score(entry);

        outcome.Kind.ShouldBe(OutcomeKind.Error);
        outcome.Reason.ShouldBeNull();
        var feedback = outcome.Feedbacks.ShouldHaveSingleItem();
        feedback.Name.ShouldNotBeNullOrWhiteSpace();
        feedback.Source.ShouldBe(new AssessmentSource(AssessmentSourceType.Code, "some_scorer"));
        feedback.Value.ShouldBeNull();
        feedback.Error.ShouldNotBeNull().Code.ShouldBe(code);
        feedback.Error.Message.ShouldContain(part);
    }

    public static TheoryData<Delegate, string> NotApplicable => new()
    {
        { string? () => null, "The scorer returned no value." },
        { int? () => null, "The scorer returned no value." },
        { Feedback? () => null, "The scorer returned no value." },
        { () => new Feedback(null, "no tools"), "no tools" },
        { () => Feedback.NotApplicable("why not"), "why not" },
        { () => Array.Empty<Feedback>(), "The scorer returned no value." },
        { () => new[] { Feedback.NotApplicable("first"), Feedback.NotApplicable("second") }, "first" },
        { Task<string?> () => Task.FromResult<string?>(null), "The scorer returned no value." },
    };

    [Theory]
    [MemberData(nameof(NotApplicable))]
    public void No_value_is_not_applicable_with_a_reason(Delegate entry, string reason)
    {
        var outcome = Score(entry);

        outcome.Kind.ShouldBe(OutcomeKind.NotApplicable);
        outcome.Reason.ShouldBe(reason);
        outcome.Feedbacks.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_throws_midway_leaves_one_error_only() =>
        Score(() => Midway()).Feedbacks.ShouldHaveSingleItem().Error.ShouldNotBeNull().Message.ShouldBe("midway");

    [Fact]
    public void A_list_keeps_names_and_drops_what_does_not_apply()
    {
        var outcome = Score(() => new[]
        {
            new Feedback(1, name: "a"), Feedback.NotApplicable("why") with { Name = "b" }, Feedback.Failed("X", "y", "c"), new Feedback(double.NaN, name: "d"),
        });

        outcome.Kind.ShouldBe(OutcomeKind.Scored);
        outcome.Feedbacks.Select(f => (f.Name, f.Error?.Code)).ShouldBe([("a", null), ("c", "X"), ("d", ErrorCode.NonFiniteValue)]);
    }

    [Fact]
    public void A_feedback_keeps_what_the_script_said_of_it()
    {
        var source = new AssessmentSource(AssessmentSourceType.Human, "auditor@example.com");
        var feedback = Score(() => new Feedback(true, "since", "named", source, new Dictionary<string, string> { ["k"] = "v" })).Feedbacks.ShouldHaveSingleItem();

        feedback.Name.ShouldBe("named");
        feedback.Rationale.ShouldBe("since");
        feedback.Source.ShouldBe(source);
        feedback.Metadata.ShouldBe(new Dictionary<string, string> { ["k"] = "v" });
    }

    [Fact]
    public void A_feedback_that_calls_share_is_copied_not_changed()
    {
        var shared = new Feedback(true);

        var outcome = Score(() => shared);

        shared.Name.ShouldBeNull();
        shared.Source.ShouldBeNull();
        outcome.Feedbacks[0].ShouldNotBeSameAs(shared);
    }

    [Fact]
    public void Lone_surrogates_are_replaced_and_control_characters_in_names()
    {
        var feedback = Score(() => new Feedback("ok\0\e]0;x\a", "line1\nline2\e[2J \ud800 \ud83d\ude00", "na\nme")).Feedbacks.ShouldHaveSingleItem();

        feedback.Value.ShouldBe((FeedbackValue)"ok\0\e]0;x\a");
        feedback.Rationale.ShouldBe("line1\nline2\e[2J \ufffd \ud83d\ude00");
        feedback.Name.ShouldBe("na\ufffdme");
    }

    [Fact]
    public void A_giant_message_is_cut()
    {
        var message = Score(object () => throw new FormatException("\e[2Ja\r\nb" + new string('E', 100_000))).Feedbacks[0].Error.ShouldNotBeNull().Message;

        message.ShouldStartWith("\e[2Ja\nb");
        message.Length.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Theory]
    [InlineData("SCORER_TIMEOUT")]
    [InlineData("SCORER_OUT_OF_MEMORY")]
    public void What_the_host_says_of_calls_that_it_ended_no_scorer_says(string code)
    {
        var error = Score(() => Feedback.Failed(code, "upstream said so")).Feedbacks.ShouldHaveSingleItem().Error.ShouldNotBeNull();

        error.ShouldBe(new AssessmentError("SCORER_ERROR", "upstream said so"));
    }

    [Fact]
    public void All_feedbacks_of_a_call_together_are_limited()
    {
        var error = Score(() => Enumerable.Range(0, 50).Select(i => new Feedback(new string('v', 90_000), name: $"n{i}"))).Feedbacks.ShouldHaveSingleItem().Error.ShouldNotBeNull();

        error.Code.ShouldBe("RESULT_TOO_LARGE");
        error.Message.ShouldContain("more than 4000000 characters in all");
    }

    [Fact]
    public void A_giant_rationale_is_cut()
    {
        var rationale = Score(() => new Feedback(true, new string('r', 200_000))).Feedbacks[0].Rationale.ShouldNotBeNull();

        rationale.Length.ShouldBe(100_000);
        rationale.ShouldEndWith("… [cut]");
    }

    [Fact]
    public void A_task_that_never_ends_is_a_timeout_when_the_deadline_fires()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        var outcome = new ScorerRunner(TimeSpan.FromSeconds(0.05)).Score(Some.Scorer(() => new TaskCompletionSource<int>().Task), Some.Trace(), deadline.Token);

        outcome.Feedbacks.ShouldHaveSingleItem().Error.ShouldBe(new AssessmentError(ErrorCode.Timeout, "The scorer took longer than 0.05 s."));
    }

    [Fact]
    public void A_scorer_that_heeds_its_deadline_is_a_timeout()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var scorer = Some.Scorer(async Task<int> (CancellationToken cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);

            return 1;
        });

        Runner.Score(scorer, Some.Trace(), deadline.Token).Feedbacks[0].Error.ShouldNotBeNull().Code.ShouldBe(ErrorCode.Timeout);
    }

    [Fact]
    public void A_sessions_outcome_hangs_on_its_oldest_trace()
    {
        var outcome = Runner.Score(
            Some.Scorer((Session session) => $"{session.Id} {session.Count} {session[1].Id}"), new([Some.Trace(id: "tr-1"), Some.Trace(id: "tr-2")], "s-1"), CancellationToken.None);

        outcome.TraceId.ShouldBe("tr-1");
        outcome.SessionId.ShouldBe("s-1");
        outcome.Feedbacks[0].Value.ShouldBe((FeedbackValue)"s-1 2 tr-2");
    }

    [Fact]
    public void The_culture_of_the_caller_comes_back()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Score(() => $"{1.5}").Feedbacks[0].Value.ShouldBe((FeedbackValue)"1.5");
            CultureInfo.CurrentCulture.Name.ShouldBe("de-DE");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Outcome Score(Delegate entry) => Runner.Score(Some.Scorer(entry), Some.Trace(outputs: "\"hello\""), CancellationToken.None);

    private static async Task WithoutValue() => await Task.Yield();

    private static IEnumerable<object> Objects()
    {
        yield return true;
    }

    private static IEnumerable<Feedback> Endless()
    {
        for (var i = 0; ; i++)
        {
            yield return new(i, name: $"n{i}");
        }
    }

    private static IEnumerable<Feedback> Midway()
    {
        yield return new(1, name: "a");
        throw new UnreachableException("midway");
    }

    private static object Boxed(FeedbackValue value) => value.Kind switch
    {
        FeedbackValueKind.Boolean => value.Boolean ?? false,
        FeedbackValueKind.Integer => value.Integer,
        FeedbackValueKind.Decimal => value.Exact,
        FeedbackValueKind.Number => value.Number ?? 0,
        _ => value.ToString(),
    };

    private sealed class SilentException : Exception
    {
        public override string Message => throw new SilentException();
    }
}
