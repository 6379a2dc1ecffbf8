using ScriptHost.Contract;

namespace ScriptHost.Scoring;

public sealed class SubjectEdgeTests
{
    [Fact]
    public void A_text_parameter_gets_compact_JSON_with_only_what_must_be_escaped()
    {
        const string outputs = """{"a": "Grüße 😀 \u0027\ud83d\ude00\u0027 \" \n \u0001", "b": [1, 2.50, 1e2, "\\ud83d\\\ud83d\ude00"]}""";

        Script.OnlyFeedback("(string outputs) => outputs", Some.Trace(outputs: outputs)).Value
            .ShouldBe((FeedbackValue)"""{"a":"Grüße 😀 '😀' \" \n \u0001","b":[1,2.50,1e2,"\\ud83d\\😀"]}""");
    }

    [Fact]
    public void Expectations_as_text_keep_emoji() =>
        Script.OnlyFeedback("(string expectations) => expectations", Some.Trace(outputs: "1", expectations: """{"expected_response":"😀"}"""))
            .Value.ShouldBe((FeedbackValue)"""{"expected_response":"😀"}""");

    [Fact]
    public void A_conversation_has_objects_as_plain_JSON() =>
        Script.OnlyFeedback("(Trace trace) => trace.Messages[0].Content", Some.Trace(inputs: """{"q":"it's 😀"}""", outputs: "1"))
            .Value.ShouldBe((FeedbackValue)"""{"q":"it's 😀"}""");

    [Theory]
    [InlineData("(CancellationToken inputs) => 1")]
    [InlineData("(Trace outputs) => 1")]
    [InlineData("(Feedback expectations) => 1")]
    public void What_no_JSON_can_become_is_no_type_for_a_subject(string source) =>
        EntryBinding.Bind(Script.Run(source).Entry.ShouldNotBeNull()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FaultCode.SubjectType);
}
