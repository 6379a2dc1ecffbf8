using System.Text.Json;

namespace ScriptHost.Contract;

/// <summary>Reads tool calls as MLflow does (<c>mlflow/genai/utils/trace_utils.py</c>).</summary>
internal static class ToolCallReading
{
    /// <summary>All of a trace, by start time.</summary>
    public static ToolCallContent[] Of(TraceContent trace)
    {
        List<int>? tools = null;
        var isInOrder = true;
        var spans = trace.Spans;
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Type == SpanType.Tool)
            {
                isInOrder &= tools is null || spans[tools[^1]].StartTimeUnixNano <= spans[i].StartTimeUnixNano;
                (tools ??= []).Add(i);
            }
        }

        if (tools is null)
        {
            return [];
        }

        var sorted = isInOrder ? tools : [.. tools.OrderBy(i => spans[i].StartTimeUnixNano)];
        var calls = new ToolCallContent[sorted.Count];
        for (var i = 0; i < calls.Length; i++)
        {
            calls[i] = Read(spans[sorted[i]], sorted[i]);
        }

        return calls;
    }

    private static ToolCallContent Read(SpanContent span, int at) => new(StatedName(span.Inputs) ?? span.Name, Error(span), at);

    private static string? StatedName(JsonText inputs)
    {
        // Nearly no inputs have it, which is seen at a glance: a name that is written otherwise has a backslash.
        var json = inputs.Utf8.Span;
        if (json.IndexOf("\"call\""u8) < 0 && !json.Contains((byte)'\\'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        // Of repeated keys the last one counts.
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCall = reader.ValueTextEquals("call"u8);
            reader.Read();
            if (isCall)
            {
                name = reader.TokenType == JsonTokenType.StartObject ? ToolName(ref reader) : null;
            }

            reader.Skip();
        }

        return name;
    }

    // Leaves the reader at the object's end.
    private static string? ToolName(ref Utf8JsonReader reader)
    {
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueTextEquals("tool_name"u8);
            reader.Read();
            if (isName)
            {
                name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return name;
    }

    private static string? Error(SpanContent span)
    {
        for (var i = 0; i < span.Events.Count; i++)
        {
            if (span.Events[i] is { Name: "exception" } exception)
            {
                exception.Attributes.TryGetValue("exception.type", out var type);
                exception.Attributes.TryGetValue("exception.message", out var message);

                var kind = Fact(type) is { Length: > 0 } named ? named : "Exception";

                return Fact(message) is { Length: > 0 } said ? $"{kind}: {said}" : kind;
            }
        }

        return span.Status == SpanStatus.Error ? span.StatusMessage ?? "The tool call failed." : null;
    }

    private static string? Fact(JsonText fact) => fact.IsString ? fact.ToText() : fact.ToNode()?.ToString();
}
