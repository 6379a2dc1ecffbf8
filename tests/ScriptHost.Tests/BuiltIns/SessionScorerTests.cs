using ScriptHost.Contract;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

public sealed class SessionScorerTests
{
    private static TraceContent Turn(string question, string? answer, string state = "OK", string time = "2026-11-21T08:00:00.000Z", long? ms = 1000) =>
        new TraceMaking
        {
            Inputs = $$"""{"question":{{Quoted(question)}},"session":"s-1"}""",
            Outputs = answer is null ? null : Quoted(answer),
            State = state,
            RequestTime = time,
            DurationMs = ms,
        }.Make();

    private static readonly TraceContent[] Refund =
    [
        Turn("Where is my refund?", "What is your order number?"),
        Turn("F-1. And the tent?", null, "ERROR", "2026-11-21T08:01:00.000Z"),
        Turn("where is my refund??", "Which order? What's your order number?", time: "2026-11-21T08:02:30.000Z", ms: 2500),
    ];

    [Fact]
    public void Turns_are_counted() => JudgeSession("turns", Refund).Value.ShouldBe((FeedbackValue)3);

    [Fact]
    public void Failed_turns_are_counted_and_named()
    {
        var feedback = JudgeSession("session_errors", Refund);

        feedback.Value.ShouldBe((FeedbackValue)1);
        feedback.Rationale.ShouldBe("Of 3 turns, these failed: 2.");
    }

    // From 08:00:00 to 08:02:30 and 2.5 s.
    [Fact]
    public void Resolution_time_ends_with_the_last_turn() => JudgeSession("resolution_time", Refund).Value.ShouldBe((FeedbackValue)152.5);

    [Fact]
    public void Repeated_questions_are_counted_but_for_case_and_marks()
    {
        var feedback = JudgeSession("repeated_question", Refund);

        feedback.Value.ShouldBe((FeedbackValue)1);
        feedback.Rationale.ShouldBe("Asked again: “where is my refund??”.");
        JudgeSession("repeated_question", Refund[..2]).Value.ShouldBe((FeedbackValue)0);
    }

    [Fact]
    public void A_conversation_of_one_turn_repeats_nothing() => JudgeSession("repeated_question", Refund[..1]).Value.ShouldBe((FeedbackValue)0);

    // "what is your order number" and "whats your order number": 2 edits ("i" and the blank) in 25 characters, 0.92.
    [Theory]
    [InlineData("""{"similarity":0.92}""", "no")]
    [InlineData("""{"similarity":0.93}""", "yes")]
    public void Knowledge_is_not_kept_when_the_assistant_asks_again(string settings, string value) =>
        JudgeSession("knowledge_kept", Refund, settings).Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void Asking_twice_within_one_answer_is_no_loss() =>
        JudgeSession("knowledge_kept", [Turn("a", "Which size? Which size?"), Turn("b", "Thanks.")]).Value.ShouldBe((FeedbackValue)"yes");

    [Fact]
    public void Unanswered_turns_make_a_conversation_incomplete() =>
        JudgeSession("conversation_completeness", Refund).Rationale.ShouldBe("Without an answer: turn 2 (Error) of 3.");
}
