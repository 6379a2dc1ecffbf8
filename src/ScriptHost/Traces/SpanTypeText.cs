using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Decodes span types: nearly all are one of the few that MLflow names, of which each has one text for all spans.</summary>
internal static class SpanTypeText
{
    private static readonly string[] Known =
    [
        SpanType.Llm, SpanType.Chain, SpanType.Agent, SpanType.Tool, SpanType.ChatModel, SpanType.Retriever, SpanType.Parser, SpanType.Embedding, SpanType.Reranker,
        SpanType.Memory, SpanType.Unknown, SpanType.Workflow, SpanType.Task, SpanType.Guardrail, SpanType.Evaluator,
    ];

    /// <summary>The type that an attribute holds as it stands in the trace; null when it holds none.</summary>
    public static string? Decode(JsonText raw)
    {
        // As MLflow writes it: a JSON text within a JSON string.
        if (raw.Utf8.Span is [(byte)'"', (byte)'\\', (byte)'"', .. var name, (byte)'\\', (byte)'"', (byte)'"'])
        {
            foreach (var type in Known)
            {
                if (Ascii.Equals(name, type))
                {
                    return type;
                }
            }
        }

        return AttributeText.Decode(raw).ToText();
    }
}
