namespace ScriptHost.Contract;

public sealed class MessageReadingTests
{
    [Theory]
    [InlineData("\"a \\\"b\\\"\"", "user: a \"b\"")]
    [InlineData("12.0", "user: 12.0")]
    [InlineData("null", "")]
    [InlineData(""" { "question" : "é \u0001 \/" } """, "user: {\"question\":\"é \\u0001 /\"}")]
    [InlineData("""{"a":1,"b":{"c":1,"c":2}}""", "user: {\"a\":1,\"b\":{\"c\":2}}")]
    [InlineData("""[1, 2]""", "user: [1,2]")]
    [InlineData("""{"messages":[{"role":"system","content":"a"},7,null,{"content":"b"},{"role":1,"content":null},{"role":"tool"}]}""", "system: a\nuser: b\nuser: \ntool: ")]
    [InlineData("""{"messages":[{"content":[{"text":"a"},{"type":"image"},"no",{"text":null},{"text":{"b":1}},{"text":"c"}]}]}""", "user: a{\"b\":1}c")]
    [InlineData("""{"messages":[{"content":{"a": 1}},{"content":true}]}""", "user: {\"a\":1}\nuser: true")]
    [InlineData("""{"messages":[],"messages":[{"content":"last"}]}""", "user: last")]
    [InlineData("""{"messages":[{"content":"a","content":"b"}]}""", "user: b")]
    [InlineData("""{"messages":[]}""", "")]
    [InlineData("""{"messages":"a"}""", "user: {\"messages\":\"a\"}")]
    public void What_was_asked_is_the_messages_or_the_inputs_as_one(string inputs, string expected) =>
        Messages(Some.Trace(inputs: inputs)).ShouldBe(expected);

    [Theory]
    [InlineData("\"a\"", "assistant: a")]
    [InlineData("false", "assistant: false")]
    [InlineData("""{"answer": "a"}""", "assistant: {\"answer\":\"a\"}")]
    [InlineData("""{"choices":[{"message":{"role":"bot","content":"a"}}],"messages":[{"content":"b"}]}""", "bot: a")]
    [InlineData("""{"choices":[],"messages":[{"content":"a"},{"content":"b"}]}""", "assistant: b")]
    [InlineData("""{"choices":[{"message":"a"}],"messages":[{"content":"b"}]}""", "assistant: b")]
    [InlineData("""{"messages":[{"content":"a"},1],"output":[{"type":"message","content":[{"text":"b"}]},{"type":"call"}]}""", "assistant: b")]
    [InlineData("""{"output":[{"type":"message","content":"a"},{"type":"message","content":"b"},{"type":"x"},4]}""", "assistant: b")]
    [InlineData("""{"output":[{"type":"x"}]}""", "assistant: {\"output\":[{\"type\":\"x\"}]}")]
    [InlineData("""[{"choices":[{"message":{"content":"a"}}]}]""", "assistant: a")]
    [InlineData("""[[{"a": 1}, 2]]""", "assistant: {\"a\":1}")]
    [InlineData("""["a",2]""", "assistant: a")]
    [InlineData("""[null,2]""", "assistant: [null,2]")]
    [InlineData("""[]""", "assistant: []")]
    [InlineData("""{"choices":[{"message":{"content":"a"}}],"choices":1,"x":{"y":1,"y":2}}""", "assistant: {\"choices\":1,\"x\":{\"y\":2}}")]
    public void The_answer_is_where_MLflow_looks_for_it_else_the_outputs_as_text(string outputs, string expected) =>
        Messages(Some.Trace(outputs: outputs)).ShouldBe(expected);

    private static string Messages(TraceContent trace) => string.Join('\n', new Trace(trace).Messages.Select(m => $"{m.Role}: {m.Content}"));
}
