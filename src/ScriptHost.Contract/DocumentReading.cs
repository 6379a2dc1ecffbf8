using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>
/// Reads retrieved documents as MLflow does (<c>mlflow/genai/utils/trace_utils.py</c>): of the retrievers with no retriever above
/// them; a span whose chain of parents leaves the trace is left out, and so is whatever is no document.
/// </summary>
internal static class DocumentReading
{
    public static IReadOnlyList<RetrievedDocument> Of(Trace trace) =>
        Array.AsReadOnly(trace.SearchSpans(SpanType.Retriever).Where(s => IsTop(s, trace.Spans.Count)).SelectMany(Read).ToArray());

    private static bool IsTop(Span span, int most)
    {
        // Bounded by the number of spans, since parents may go round in a circle.
        var at = span;
        for (var passed = 0; at.ParentId is not null; passed++)
        {
            if (passed == most || at.Parent is not { } above || above.Type == SpanType.Retriever)
            {
                return false;
            }

            at = above;
        }

        return true;
    }

    private static IEnumerable<RetrievedDocument> Read(Span span) =>
        (Chunks(span.Outputs) ?? []).OfType<JsonObject>().Select(chunk =>
        {
            var metadata = chunk["metadata"] as JsonObject;

            return new RetrievedDocument(Text(chunk["page_content"]), Text(metadata?["doc_uri"]), Text(chunk["id"]), metadata, span);
        });

    private static JsonArray? Chunks(JsonNode? outputs)
    {
        if (outputs is JsonValue value && value.TryGetValue(out string? text))
        {
            try
            {
                return JsonNode.Parse(text) as JsonArray;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return outputs as JsonArray;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : node is null ? null : PlainJson.Of(node);
}
