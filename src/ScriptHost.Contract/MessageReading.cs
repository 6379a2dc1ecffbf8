using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>
/// Reads a trace's conversation from its root span: the <c>messages</c> of the inputs, or the inputs as one user message; then the
/// answer, found where MLflow looks for it (<c>parse_outputs_to_str</c>): <c>choices[0].message</c>, the last of <c>messages</c>, the
/// last <c>message</c> of the Responses API's <c>output</c>, else the outputs as text.
/// </summary>
internal static class MessageReading
{
    public static IReadOnlyList<Message> Of(Trace trace)
    {
        var messages = new List<Message>();
        if (trace.Inputs is { } inputs)
        {
            messages.AddRange(Asked(inputs));
        }

        if (trace.Outputs is { } outputs)
        {
            messages.Add(Answer(outputs));
        }

        return messages.AsReadOnly();
    }

    private static IEnumerable<Message> Asked(JsonNode inputs) => (inputs as JsonObject)?["messages"] is JsonArray listed
        ? listed.OfType<JsonObject>().Select(m => Read(m, "user"))
        : [new Message("user", Text(inputs))];

    private static Message Answer(JsonNode outputs) => outputs switch
    {
        JsonArray { Count: > 0 } list when list[0] is { } first => Answer(first),
        JsonObject o when o["choices"] is JsonArray { Count: > 0 } choices && choices[0] is JsonObject choice && choice["message"] is JsonObject message
            => Read(message, "assistant"),
        JsonObject o when o["messages"] is JsonArray { Count: > 0 } messages && messages[^1] is JsonObject last => Read(last, "assistant"),
        JsonObject o when o["output"] is JsonArray items && items.OfType<JsonObject>().LastOrDefault(i => Is(i["type"], "message")) is { } item
            => Read(item, "assistant"),
        _ => new Message("assistant", Text(outputs)),
    };

    private static Message Read(JsonObject message, string role) =>
        new(message["role"] is JsonValue value && value.TryGetValue(out string? stated) ? stated : role, Content(message["content"]));

    // A content is a text, or a list of parts of which those with a text count.
    private static string Content(JsonNode? content) => content switch
    {
        null => "",
        JsonArray parts => string.Concat(parts.Select(p => p is JsonObject part && part["text"] is { } text ? Text(text) : "")),
        _ => Text(content),
    };

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue(out string? stated) && stated == text;

    private static string Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : PlainJson.Of(node);
}
