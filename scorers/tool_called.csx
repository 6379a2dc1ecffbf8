// Was each tool of a list called? yes or no. Reads the tool calls; set 'tools' to names, 'successfully' when a call that failed does not count.
Feedback Called(Trace trace, string[]? tools = null, bool successfully = false)
{
    if (tools is null or [])
    {
        return Feedback.NotApplicable("Set 'tools' to the names of the tools that must be called.");
    }

    var called = trace.ToolCalls.Where(c => !successfully || c.Error is null).Select(c => c.Name).ToList();
    var missing = tools.Except(called).ToList();

    return missing.Count == 0
        ? new Feedback("yes", "Every tool of the list was called.")
        : new Feedback("no", $"Not called: {string.Join(", ", missing)}; called: {(called.Count == 0 ? "none" : string.Join(", ", called.Distinct()))}.");
}

return Scorer.Define(Called, description: "Whether each tool of a list was called: yes or no.");
