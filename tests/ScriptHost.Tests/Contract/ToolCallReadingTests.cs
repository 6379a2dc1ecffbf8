namespace ScriptHost.Contract;

public sealed class ToolCallReadingTests
{
    [Theory]
    [InlineData("""{"call":{"tool_name":"search"}}""", "search")]
    [InlineData("""{"a":[1],"call":{"x":{"tool_name":"no"},"tool_name":"s\u00e9"},"b":2}""", "sé")]
    [InlineData("""{"c\u0061ll":{"tool\u005fname":"search"}}""", "search")]
    [InlineData("""{"call":{"tool_name":"a","tool_name":"b"}}""", "b")]
    [InlineData("""{"call":{"tool_name":"a","tool_name":7}}""", "span 2")]
    [InlineData("""{"call":{"tool_name":"a"},"call":null}""", "span 2")]
    [InlineData("""{"call":{"tool_name":"a"},"call":[1]}""", "span 2")]
    [InlineData("""{"call":"tool_name"}""", "span 2")]
    [InlineData("""{"x":{"call":{"tool_name":"deeper"}}}""", "span 2")]
    [InlineData("""{"q":"\"call\" me"}""", "span 2")]
    [InlineData("""[{"call":{"tool_name":"search"}}]""", "span 2")]
    [InlineData("\"\\\"call\\\"\"", "span 2")]
    [InlineData("null", "span 2")]
    [InlineData(null, "span 2")]
    public void The_name_is_what_the_inputs_state_else_the_spans(string? inputs, string expected) =>
        Some.TraceOf(Tool(inputs)).ToolCalls.ShouldHaveSingleItem().Name.ShouldBe(expected);

    [Fact]
    public void Calls_are_in_the_order_of_their_start_and_those_of_one_start_in_that_of_the_file()
    {
        static SomeSpan At(string id, long start) => new(default, default) { Own = id, Above = "1", Kind = SpanType.Tool, Start = start };

        string.Concat(Some.TraceOf(At("a", 2), At("b", 1), At("c", 2), At("d", 1)).ToolCalls.Select(c => c.Span.Id)).ShouldBe("bdac");
        string.Concat(Some.TraceOf(At("a", 1), At("b", 1), At("c", 2)).ToolCalls.Select(c => c.Span.Id)).ShouldBe("abc");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("broken", null, "broken")]
    [InlineData("", null, "The tool call failed.")]
    [InlineData(null, """{"exception.type":"KeyError","exception.message":"a \"b\""}""", "KeyError: a \"b\"")]
    [InlineData("broken", """{"exception.message":12.0}""", "Exception: 12.0")]
    [InlineData(null, """{"exception.type":null,"exception.message":["a"]}""", "Exception: [\n  \"a\"\n]")]
    [InlineData(null, """{"exception.type":"ValueError","exception.message":""}""", "ValueError")]
    [InlineData(null, "{}", "Exception")]
    public void The_error_is_the_exception_else_the_status(string? failure, string? exception, string? expected)
    {
        IReadOnlyList<EventContent> events = exception is null ? [] : [new("log", 1, new Dictionary<string, JsonText>()), new("exception", 1, Some.Members(exception))];

        var call = Some.TraceOf(new SomeSpan(default, default) { Own = "2", Above = "1", Kind = SpanType.Tool, Failure = failure, Happened = events }).ToolCalls[0];

        call.Error?.ReplaceLineEndings("\n").ShouldBe(expected);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("\"\"", false)]
    [InlineData("0", false)]
    [InlineData("-0.0", false)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("1e400", true)]
    [InlineData("\" \"", true)]
    [InlineData("[0]", true)]
    [InlineData("{\"a\":null}", true)]
    public void Arguments_and_results_that_Python_takes_for_false_are_none(string? json, bool isThere)
    {
        var call = Some.TraceOf(Tool(json, json)).ToolCalls[0];

        (call.Arguments is not null).ShouldBe(isThere);
        (call.Result is not null).ShouldBe(isThere);
    }

    [Fact]
    public void Arguments_and_result_are_the_spans_own_nodes()
    {
        var call = Some.TraceOf(Tool("""{"a":1,"a":2}""", "\"b\"")).ToolCalls[0];

        call.Arguments.ShouldBeSameAs(call.Span.Inputs);
        call.Arguments?.ToJsonString().ShouldBe("""{"a":2}""");
        call.Result.ShouldBeSameAs(call.Span.Outputs);
        call.ShouldBe(new ToolCall("span 2", call.Arguments, call.Result, Error: null, call.Span));
        (call with { Arguments = null }).Arguments.ShouldBeNull();
        call.ToString().ReplaceLineEndings("\n").ShouldBe("ToolCall { Name = span 2, Arguments = {\n  \"a\": 2\n}, Result = b, Error = , Span = ScriptHost.Contract.Span }");
    }

    private static SomeSpan Tool(string? inputs, string? outputs = null) =>
        new(Some.Json(inputs), Some.Json(outputs)) { Own = "2", Above = "1", Kind = SpanType.Tool };
}
