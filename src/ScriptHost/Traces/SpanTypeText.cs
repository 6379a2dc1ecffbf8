using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Decodes span types: nearly all are one of the few that MLflow names, of which each has one text for all spans.</summary>
internal static class SpanTypeText
{
    private static readonly (byte[] Json, string Type)[] Known =
    [
        .. new[]
        {
            SpanType.Llm, SpanType.Chain, SpanType.Agent, SpanType.Tool, SpanType.ChatModel, SpanType.Retriever, SpanType.Parser, SpanType.Embedding, SpanType.Reranker,
            SpanType.Memory, SpanType.Unknown, SpanType.Workflow, SpanType.Task, SpanType.Guardrail, SpanType.Evaluator,
        }.Select(type => (Encoding.UTF8.GetBytes($"\"\\\"{type}\\\"\""), type)),
    ];

    /// <summary>The type that an attribute holds as it stands in the trace; null when it holds none.</summary>
    public static string? Decode(JsonText raw)
    {
        var json = raw.Utf8.Span;
        foreach (var (known, type) in Known)
        {
            if (json.SequenceEqual(known))
            {
                return type;
            }
        }

        return AttributeText.Decode(raw).ToText();
    }
}
