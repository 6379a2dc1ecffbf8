using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>What scorers may ask of a trace, and what to say where it is not there.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Meaning">What follows from its not being there.</param>
/// <param name="IsMissing">Whether a trace lacks it.</param>
internal sealed record TraceLack(string Name, string Meaning, Func<TraceContent, bool> IsMissing)
{
    /// <summary>All that is looked for, what most scorers need first.</summary>
    public static IReadOnlyList<TraceLack> All { get; } =
    [
        new("root span", "no span is without a parent, so there are no inputs and outputs", t => t.Root < 0),
        new("inputs", "scorers that take inputs are not applicable", t => t.Inputs.IsNothing),
        new("outputs", "scorers that take outputs are not applicable", t => t.Outputs.IsNothing),
        new("expectations", "scorers that compare with what was expected are not applicable", t => t.Expectations.Count == 0),
        new("session", "session scorers skip it", t => t.SessionId is null),
        new("token usage", "cost and token_usage are not applicable", t => t.TokenUsage is null),
        new("duration", "latency is not applicable", t => t.Duration is null),
        new("model calls", "no span is of type CHAT_MODEL or LLM", t => !Has(t, SpanType.ChatModel, SpanType.Llm)),
        new("tool calls", "no span is of type TOOL", t => !Has(t, SpanType.Tool)),
        new("retrieved documents", "no span is of type RETRIEVER", t => !Has(t, SpanType.Retriever)),
    ];

    /// <summary>What a trace lacks.</summary>
    public static IEnumerable<TraceLack> Of(TraceContent trace) => All.Where(l => l.IsMissing(trace));

    private static bool Has(TraceContent trace, params ReadOnlySpan<string> types)
    {
        foreach (var span in trace.Spans)
        {
            if (span.Type is { } type && types.Contains(type))
            {
                return true;
            }
        }

        return false;
    }
}
