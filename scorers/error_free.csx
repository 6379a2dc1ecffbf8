// Did the request and all its steps succeed? yes or no. Reads the trace's state and its spans' status; spans named in 'ignore' may fail.
Feedback ErrorFree(Trace trace, string[]? ignore = null)
{
    var failed = trace.Spans.Where(s => s.Status == SpanStatus.Error && !(ignore ?? []).Contains(s.Name)).ToList();
    if (failed.Count > 0)
    {
        return new Feedback("no", $"Failed: {string.Join(", ", failed.Select(s => s.StatusMessage is { Length: > 0 } why ? $"{s.Name} ({why})" : s.Name))}.");
    }

    return trace.State == TraceState.Error ? new Feedback("no", "The request failed.") : new Feedback("yes", "Nothing failed.");
}

return Scorer.Define(ErrorFree, description: "Whether the request and all its steps succeeded: yes or no.");
