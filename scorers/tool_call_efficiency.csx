// Which share of the tool calls was worth making? 0 to 1: calls that fail, or repeat one that succeeded, are wasted.
Feedback Efficiency(Trace trace, int allow_repeats = 0)
{
    if (trace.ToolCalls.Count == 0)
    {
        return Feedback.NotApplicable("No tool was called.");
    }

    var made = new HashSet<string>();
    var failed = new List<string>();
    var repeated = new List<string>();
    foreach (var call in trace.ToolCalls)
    {
        if (call.Error is not null)
        {
            failed.Add(call.Name);
        }
        // A single call repeats none: its arguments need not be read.
        else if (trace.ToolCalls.Count > 1 && !made.Add(call.Name + call.Arguments?.ToJsonString()))
        {
            repeated.Add(call.Name);
        }
    }

    var wasted = failed.Count + Math.Max(0, repeated.Count - allow_repeats);

    return new Feedback(
        (double)(trace.ToolCalls.Count - wasted) / trace.ToolCalls.Count,
        $"Calls: {trace.ToolCalls.Count}; failed: {Names(failed)}; repeated: {Names(repeated)}.");
}

string Names(List<string> calls) => calls.Count == 0 ? "none" : string.Join(", ", calls);

return Scorer.Define(Efficiency, description: "The share of tool calls that was worth making: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.Min]);
