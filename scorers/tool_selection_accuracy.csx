// Were the right tools called? 0 to 1: tools both called and in expectations.expected_tool_calls, of all tools in either.
record ExpectedCall(string Name);
record Expected(ExpectedCall[]? ExpectedToolCalls);

Feedback Accuracy(Trace trace, Expected expectations)
{
    if (expectations.ExpectedToolCalls is null)
    {
        return Feedback.NotApplicable("The trace has no expected_tool_calls.");
    }

    var expected = expectations.ExpectedToolCalls.Select(c => c.Name).ToHashSet();
    var called = trace.ToolCalls.Select(c => c.Name).ToHashSet();
    var all = expected.Union(called).ToList();
    if (all.Count == 0)
    {
        return new Feedback(1.0, "No tool was expected, none was called.");
    }

    return new Feedback(
        (double)expected.Intersect(called).Count() / all.Count,
        $"Missing: {Names(expected.Except(called))}; not expected: {Names(called.Except(expected))}.");
}

string Names(IEnumerable<string> tools) => string.Join(", ", tools.Order(StringComparer.Ordinal)) is { Length: > 0 } names ? names : "none";

return Scorer.Define(Accuracy, description: "The share of right tools among those called or expected: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.Min]);
