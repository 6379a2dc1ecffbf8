using ScriptHost.Contract;
using ScriptHost.Scoring;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

/// <summary>Scorers of tool calls, by MLflow's rules where MLflow has some.</summary>
public sealed class ToolScorerTests
{
    private static TraceMaking Calls(params string[] names) =>
        names.Aggregate(new TraceMaking(), (trace, call) => call.Split(' ') is [var name, var arguments] ? trace.With("TOOL", name, arguments) : trace.With("TOOL", call));

    [Theory]
    [InlineData("""[{"name":"a"},{"name":"b"}]""", "yes")]
    [InlineData("""[{"name":"b"},{"name":"a"}]""", "yes")]
    [InlineData("""[{"name":"a"},{"name":"c"}]""", "no")]
    public void Calls_are_compared_as_sets(string expected, string value) =>
        Correct(Calls("a", "b"), expected).Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void Another_number_of_calls_is_wrong_in_mlflows_words() =>
        Correct(Calls("a"), """[{"name":"a"},{"name":"a"}]""").Rationale.ShouldBe("Expected 2 tool call(s), but got 1 tool call(s).");

    [Fact]
    public void Duplicates_collapse_as_in_mlflow() =>
        Correct(Calls("a", "b", "b"), """[{"name":"a"},{"name":"a"},{"name":"b"}]""").Value.ShouldBe((FeedbackValue)"yes");

    [Fact]
    public void In_order_each_call_is_compared_with_its_own()
    {
        var feedback = Correct(Calls("a", "b"), """[{"name":"b"},{"name":"a"}]""", """{"should_consider_ordering":true}""");

        feedback.Value.ShouldBe((FeedbackValue)"no");
        feedback.Rationale.ShouldBe("Not as expected: call 1 is a, not b; call 2 is b, not a.");
    }

    [Theory]
    [InlineData("""[{"name":"a","arguments":{"y":[1,{"q":"é","p":null}],"x":"1"}}]""", "yes")]
    [InlineData("""[{"name":"a","arguments":{"x":1}}]""", "no")]
    [InlineData("""[{"name":"a"}]""", "yes")]
    public void Arguments_are_compared_whatever_the_order_of_their_names(string expected, string value) =>
        Correct(Calls("""a {"x":"1","y":[1,{"p":null,"q":"\u00e9"}]}"""), expected).Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void One_expected_call_without_arguments_takes_them_from_all() =>
        Correct(Calls("""a {"x":1}""", """b {"x":2}"""), """[{"name":"a","arguments":{"x":9}},{"name":"b"}]""").Value.ShouldBe((FeedbackValue)"yes");

    [Fact]
    public void A_call_without_arguments_equals_one_with_none() =>
        Correct(Calls("a"), """[{"name":"a","arguments":{}}]""").Value.ShouldBe((FeedbackValue)"yes");

    [Fact]
    public void An_empty_list_is_not_given() =>
        Score("tool_call_correctness", Calls("a").Expecting("expected_tool_calls", "[]").Make()).Kind.ShouldBe(OutcomeKind.NotApplicable);

    [Theory]
    [InlineData("""[{"name":"a","arguments":[1]}]""")]
    [InlineData("""["a"]""")]
    [InlineData("""[{"arguments":{}}]""")]
    public void Expected_calls_of_another_form_are_an_error(string expected) =>
        Score("tool_call_correctness", Calls("a").Expecting("expected_tool_calls", expected).Make())
            .Feedbacks.ShouldHaveSingleItem().Error.ShouldNotBeNull().Code.ShouldBe(ErrorCode.InputMismatch);

    [Theory]
    [InlineData("""{"tools":["a"]}""", "yes")]
    [InlineData("""{"tools":["a","c"]}""", "no")]
    [InlineData("""{"tools":["b"]}""", "yes")]
    [InlineData("""{"tools":["b"],"successfully":true}""", "no")]
    public void Tool_called_wants_each_tool(string settings, string value) =>
        Only(Score("tool_called", Calls("a").With("TOOL", "b", error: "It broke.").Make(), settings)).Value.ShouldBe((FeedbackValue)value);

    private static Feedback Correct(TraceMaking trace, string expected, string? settings = null) =>
        Only(Score("tool_call_correctness", trace.Expecting("expected_tool_calls", expected).Make(), settings));
}
