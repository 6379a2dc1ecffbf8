// What did the request cost? A number, 0 and up, in the currency of the prices. Reads the trace's token usage; set 'input_price' and 'output_price' for a million
// tokens each ('cached_price' for input that was read from a cache). Without prices, what the trace itself states (metadata mlflow.trace.cost).
Feedback Cost(Trace trace, double? input_price = null, double? output_price = null, double? cached_price = null)
{
    if (input_price is null && output_price is null)
    {
        return trace.Metadata.TryGetValue("mlflow.trace.cost", out var stated) && JsonNode.Parse(stated)?["total_cost"]?.GetValue<double>() is { } total
            ? new Feedback(total, "As the trace states it.")
            : Feedback.NotApplicable("Set 'input_price' and 'output_price' to the prices of a million tokens; the trace states no cost.");
    }

    if (trace.TokenUsage is not { } usage)
    {
        return Feedback.NotApplicable("The trace does not say how many tokens were used.");
    }

    var cached = usage.CacheReadInputTokens ?? 0;
    var cost = (usage.InputTokens - cached) * (input_price ?? 0) + cached * (cached_price ?? input_price ?? 0) + usage.OutputTokens * (output_price ?? 0);

    return new Feedback(cost / 1_000_000, $"{usage.InputTokens} tokens sent, {cached} of them cached, {usage.OutputTokens} received.");
}

return Scorer.Define(Cost, description: "What the request's tokens cost: 0 and up.", aggregations: [Aggregation.Mean, Aggregation.Max, Aggregation.Sum]);
