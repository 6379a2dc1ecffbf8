// How long did the request take? Milliseconds, 0 and up. Reads the trace's duration; gate it with a threshold such as latency/p95: "<= 5000".
Feedback Latency(Trace trace)
{
    try
    {
        return new Feedback(trace.Duration.TotalMilliseconds, $"From {trace.RequestTime:HH:mm:ss.fff} on.");
    }
    catch (InvalidOperationException)
    {
        return Feedback.NotApplicable("The trace has no duration, and no root span of it has ended.");
    }
}

return Scorer.Define(Latency, description: "How long the request took: milliseconds.", aggregations: [Aggregation.Mean, Aggregation.P50, Aggregation.P95, Aggregation.Max]);
