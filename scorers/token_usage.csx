// How many tokens did the request use? A number, 0 and up. Reads the trace's token usage; 'count' chooses which tokens.
enum Tokens { Total, Input, Output }

Feedback Usage(Trace trace, Tokens count = Tokens.Total) => trace.TokenUsage is not { } usage
    ? Feedback.NotApplicable("The trace does not say how many tokens were used.")
    : new Feedback(
        count switch { Tokens.Input => usage.InputTokens, Tokens.Output => usage.OutputTokens, _ => usage.TotalTokens },
        $"Sent {usage.InputTokens}, received {usage.OutputTokens}.");

return Scorer.Define(Usage, description: "How many tokens the request used: 0 and up.", aggregations: [Aggregation.Mean, Aggregation.P95, Aggregation.Sum]);
