// How long did each stage take? One number of milliseconds, 0 and up, for each of retrieve, generate and tool that occurs.
(string Stage, string[] Types)[] stages =
[
    ("retrieve", [SpanType.Retriever, SpanType.Reranker, SpanType.Embedding]),
    ("generate", [SpanType.ChatModel, SpanType.Llm]),
    ("tool", [SpanType.Tool]),
];

IEnumerable<Feedback> Stages(Trace trace)
{
    foreach (var (stage, types) in stages)
    {
        var spans = trace.Spans.Where(s => types.Contains(s.Type) && s.IsEnded).ToList();
        if (spans.Count > 0)
        {
            yield return new Feedback(
                Math.Round(spans.Sum(s => s.Duration.TotalMilliseconds), 4),
                $"The sum of {string.Join(", ", spans.Select(s => s.Name))}.",
                name: $"{stage}_ms");
        }
    }
}

return Scorer.Define(Stages, description: "How long each stage took, as retrieve_ms, generate_ms and tool_ms: milliseconds.", aggregations: [Aggregation.Mean, Aggregation.P90, Aggregation.Max]);
