using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>Reads tool calls as MLflow does (<c>mlflow/genai/utils/trace_utils.py</c>).</summary>
internal static class ToolCallReading
{
    public static IReadOnlyList<ToolCall> Of(Trace trace) =>
        Array.AsReadOnly(trace.SearchSpans(SpanType.Tool).OrderBy(s => s.StartTimeUnixNano).Select(Read).ToArray());

    private static ToolCall Read(Span span)
    {
        var inputs = span.Inputs;
        var name = inputs is JsonObject members && members["call"] is JsonObject call && call["tool_name"] is JsonValue value
            && value.TryGetValue(out string? stated)
                ? stated
                : span.Name;

        return new(name, inputs, span.Outputs, Error(span), span);
    }

    private static string? Error(Span span)
    {
        if (span.Events.FirstOrDefault(e => e.Name == "exception") is not { } exception)
        {
            return span.Status == SpanStatus.Error ? span.StatusMessage ?? "The tool call failed." : null;
        }

        exception.Attributes.TryGetValue("exception.type", out var type);
        exception.Attributes.TryGetValue("exception.message", out var message);

        return $"{type}: {message}";
    }
}
