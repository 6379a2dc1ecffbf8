// Are the tool calls exactly those of expectations.expected_tool_calls, [{name, arguments?}]? yes or no, by the rules of MLflow's ToolCallCorrectness with
// should_exact_match: as many calls; arguments count only when every expected call has them; without 'should_consider_ordering' sets are compared.
record ExpectedCall(string Name, JsonObject? Arguments = null);
record Expected(ExpectedCall[]? ExpectedToolCalls);

Feedback Correct(Trace trace, Expected expectations, bool should_consider_ordering = false)
{
    if (expectations.ExpectedToolCalls is not { Length: > 0 } wanted)
    {
        return Feedback.NotApplicable("The trace expects no tool call: it has no expected_tool_calls, or an empty list.");
    }

    if (wanted.Length != trace.ToolCalls.Count)
    {
        return new Feedback("no", $"Expected {wanted.Length} tool call(s), but got {trace.ToolCalls.Count} tool call(s).");
    }

    var withArguments = wanted.All(c => c.Arguments is not null);
    var expected = wanted.Select(c => Signature(c.Name, c.Arguments, withArguments)).ToList();
    var called = trace.ToolCalls.Select(c => Signature(c.Name, c.Arguments, withArguments)).ToList();
    var wrong = should_consider_ordering
        ? expected.Zip(called).Index().Where(p => p.Item.First != p.Item.Second).Select(p => $"call {p.Index + 1} is {p.Item.Second}, not {p.Item.First}").ToList()
        : [.. expected.Except(called).Select(c => $"missing {c}"), .. called.Except(expected).Select(c => $"unexpected {c}")];

    return wrong.Count == 0
        ? new Feedback("yes", $"All {wanted.Length} tool call(s) are as expected.")
        : new Feedback("no", $"Not as expected: {string.Join("; ", wrong)}.");
}

string Signature(string name, JsonNode? arguments, bool withArguments) => withArguments ? $"{name}({Sorted(arguments ?? new JsonObject())})" : name;

string Sorted(JsonNode? node) => node switch
{
    JsonObject o => $"{{{string.Join(", ", o.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{Sorted(m.Key)}: {Sorted(m.Value)}"))}}}",
    JsonArray a => $"[{string.Join(", ", a.Select(Sorted))}]",
    null => "null",
    _ => node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
};

return Scorer.Define(Correct, description: "Whether the tool calls are exactly the expected ones, by MLflow's rules: yes or no.");
