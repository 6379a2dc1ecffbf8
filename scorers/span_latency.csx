// Did every single step (a span without steps of its own) end within limit_ms milliseconds? true or false.
Feedback Latency(Trace trace, double limit_ms = 5000)
{
    // A span that was still running when the trace was written has no duration.
    var steps = trace.Spans.Where(s => s.IsEnded && s.Children.Count == 0).ToList();
    if (steps.Count == 0)
    {
        return Feedback.NotApplicable("No step has ended.");
    }

    var slowest = steps.MaxBy(s => s.Duration)!;

    return new Feedback(
        slowest.Duration.TotalMilliseconds <= limit_ms,
        $"The slowest step, '{slowest.Name}', took {Math.Round(slowest.Duration.TotalMilliseconds)} ms.");
}

return Scorer.Define(Latency, description: "Whether every single step ended in time: true or false.");
