using System.Text;
using System.Text.Json;

namespace ScriptHost.Contract;

/// <summary>
/// Reads a trace's conversation from its root span: the <c>messages</c> of the inputs, or the inputs as one user message; then the
/// answer, found where MLflow looks for it (<c>parse_outputs_to_str</c>): <c>choices[0].message</c>, the last of <c>messages</c>, the
/// last <c>message</c> of the Responses API's <c>output</c>, else the outputs as text.
/// </summary>
internal static class MessageReading
{
    private const string User = "user";
    private const string Assistant = "assistant";

    /// <summary>All of a trace: what was asked, then the answer.</summary>
    public static IReadOnlyList<Message> Of(TraceContent trace)
    {
        var messages = new List<Message>();
        if (!trace.Inputs.IsNothing)
        {
            AddAsked(trace, messages);
        }

        if (!trace.Outputs.IsNothing)
        {
            messages.Add(Answer(trace));
        }

        return messages.AsReadOnly();
    }

    private static void AddAsked(TraceContent trace, List<Message> messages)
    {
        if (!trace.Inputs.IsContainer || IsPlain(trace.Inputs.Utf8.Span, "\"messages\""u8))
        {
            messages.Add(new(User, trace.InputsText ?? ""));

            return;
        }

        using var document = trace.Inputs.ToDocument(out var isAsWritten);
        if (Member(document.RootElement, "messages", JsonValueKind.Array) is { } listed)
        {
            foreach (var message in listed.EnumerateArray())
            {
                if (message.ValueKind == JsonValueKind.Object)
                {
                    messages.Add(Read(message, User));
                }
            }
        }
        else
        {
            messages.Add(new(User, (isAsWritten ? trace.InputsText : null) ?? Text(document.RootElement)));
        }
    }

    // Told without a document: the value has no such member, and its text is that of the value as it is written.
    private static bool IsPlain(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name) => json.IndexOf(name) < 0 && !RepeatedKeys.MayBeIn(json);

    // An object without any of the members that an answer may be in.
    private static bool IsPlainAnswer(ReadOnlySpan<byte> json) =>
        json[0] == '{' && json.IndexOf("\"choices\""u8) < 0 && json.IndexOf("\"messages\""u8) < 0 && IsPlain(json, "\"output\""u8);

    private static Message Answer(TraceContent trace)
    {
        if (!trace.Outputs.IsContainer || IsPlainAnswer(trace.Outputs.Utf8.Span))
        {
            return new(Assistant, trace.OutputsText ?? "");
        }

        using var document = trace.Outputs.ToDocument(out var isAsWritten);

        return Answer(document.RootElement) ?? new(Assistant, (isAsWritten ? trace.OutputsText : null) ?? Text(document.RootElement));
    }

    // Null when it is nowhere but in the outputs as a whole.
    private static Message? Answer(JsonElement outputs)
    {
        if (outputs.ValueKind == JsonValueKind.Array)
        {
            return outputs.GetArrayLength() > 0 && outputs[0] is { ValueKind: not JsonValueKind.Null } first
                ? Answer(first) ?? new(Assistant, Text(first))
                : null;
        }

        if (Member(outputs, "choices", JsonValueKind.Array) is { } choices && choices.GetArrayLength() > 0
            && Member(choices[0], "message", JsonValueKind.Object) is { } message)
        {
            return Read(message, Assistant);
        }

        if (Member(outputs, "messages", JsonValueKind.Array) is { } messages && messages.GetArrayLength() is > 0 and var count
            && messages[count - 1] is { ValueKind: JsonValueKind.Object } last)
        {
            return Read(last, Assistant);
        }

        if (Member(outputs, "output", JsonValueKind.Array) is { } items)
        {
            foreach (var item in items.EnumerateArray().Reverse())
            {
                if (Member(item, "type", JsonValueKind.String)?.ValueEquals("message"u8) == true)
                {
                    return Read(item, Assistant);
                }
            }
        }

        return null;
    }

    private static Message Read(JsonElement message, string role) => new(
        Member(message, "role", JsonValueKind.String)?.GetString() ?? role,
        message.TryGetProperty("content", out var content) ? Content(content) : "");

    // A content is a text, or a list of parts of which those with a text count.
    private static string Content(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(PartText)),
        _ => Text(content),
    };

    private static string PartText(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind != JsonValueKind.Null ? Text(text) : "";

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    private static string Text(JsonElement element) =>
        (element.ValueKind == JsonValueKind.String ? element.GetString() : new JsonText(Encoding.UTF8.GetBytes(element.GetRawText())).ToText()) ?? "";
}
