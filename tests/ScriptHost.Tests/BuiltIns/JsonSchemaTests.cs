using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

public sealed class JsonSchemaTests
{
    private const string Order = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"order","type":"object","required":["id","items"],"additionalProperties":false,
        "properties":{"id":{"type":"string","pattern":"^F-\\d+$","maxLength":7},"items":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"string","minLength":2}},
        "total":{"type":["number","null"],"minimum":0,"maximum":100},"count":{"type":"integer"},"state":{"enum":["paid","open"]},"kind":{"const":1}}}
        """;

    [Theory]
    [InlineData("""{"id":"F-1","items":["ab"],"total":null,"count":2.0,"state":"paid","kind":1.0}""", null)]
    [InlineData("""[1]""", "answer is [1], not of type object.")]
    [InlineData("""{"id":"F-1"}""", "answer lacks 'items'.")]
    [InlineData("""{"id":"X","items":["ab"]}""", """answer.id is "X", which does not match '^F-\d+$'.""")]
    [InlineData("""{"id":"F-123456","items":["ab"]}""", "answer.id has 8 characters, more than 7.")]
    [InlineData("""{"id":"F-1","items":[]}""", "answer.items has 0 items, fewer than 1.")]
    [InlineData("""{"id":"F-1","items":["ab","cd","ef"]}""", "answer.items has 3 items, more than 2.")]
    [InlineData("""{"id":"F-1","items":["ab","c"]}""", "answer.items[1] has 1 characters, fewer than 2.")]
    [InlineData("""{"id":"F-1","items":["ab"],"total":-1}""", "answer.total is -1, less than 0.")]
    [InlineData("""{"id":"F-1","items":["ab"],"total":101}""", "answer.total is 101, more than 100.")]
    [InlineData("""{"id":"F-1","items":["ab"],"total":true}""", "answer.total is true, not of type number or null.")]
    [InlineData("""{"id":"F-1","items":["ab"],"count":1.5}""", "answer.count is 1.5, not of type integer.")]
    [InlineData("""{"id":"F-1","items":["ab"],"state":"lost"}""", """answer.state is "lost", none of ["paid","open"].""")]
    [InlineData("""{"id":"F-1","items":["ab"],"kind":2}""", "answer.kind is 2, not 1.")]
    [InlineData("""{"id":"F-1","items":["ab"],"more":1}""", "answer has 'more', which the schema does not name.")]
    public void An_answer_fits_or_the_first_fault_is_told(string answer, string? fault)
    {
        var settings = new JsonObject { ["schema"] = Order }.ToJsonString();

        foreach (var outputs in new[] { answer, Quoted(answer) })
        {
            var feedback = Judge("json_schema", outputs, settings);

            feedback.Value.ShouldBe((FeedbackValue)(fault is null), feedback.Rationale);
            feedback.Rationale.ShouldBe(fault ?? "The answer fits the schema.");
        }
    }

    [Fact]
    public void A_text_that_is_no_json_does_not_fit() =>
        Judge("json_schema", "\"sorry\"", """{"schema":"{}"}""").Value.ShouldBe((FeedbackValue)false);

    [Fact]
    public void A_keyword_outside_the_subset_is_an_error_and_no_pass()
    {
        var outcome = Score("json_schema", Some.Trace(outputs: "{}"), """{"schema":"{\"oneOf\":[]}"}""");

        outcome.Kind.ShouldBe(OutcomeKind.Error);
        outcome.Feedbacks[0].Error.ShouldNotBeNull().Message.ShouldContain("'oneOf'");
    }

    [Fact]
    public void A_schema_that_is_no_json_is_an_error_and_no_fail()
    {
        var outcome = Score("json_schema", Some.Trace(outputs: "{}"), """{"schema":"{type: object}"}""");

        outcome.Kind.ShouldBe(OutcomeKind.Error);
        outcome.Feedbacks[0].Error.ShouldNotBeNull().Message.ShouldContain("'schema' is no JSON");
    }
}
