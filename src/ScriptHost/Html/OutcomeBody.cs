using System.Buffers;
using System.Text;
using System.Text.Json;
using ScriptHost.Comparison;
using ScriptHost.Reports;

namespace ScriptHost.Html;

/// <summary>Writes outcomes.</summary>
internal static class OutcomeBody
{
    /// <summary>An outcome as JSON (<c>Outcome</c> in the page's source).</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="detail">How much of its texts.</param>
    /// <param name="cut">Counts what was shortened.</param>
    public static string Json(RecordedOutcome outcome, Detail detail, ref int cut)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Line))
        {
            json.WriteStartObject();
            json.WriteString("scorer", outcome.Scorer);
            json.WriteString("kind", outcome.Outcome);
            Text(json, "reason", outcome.Reason, detail, ref cut);
            if (outcome.Feedbacks.Count > 0)
            {
                json.WriteStartArray("feedback");
                foreach (var feedback in outcome.Feedbacks)
                {
                    Write(json, feedback, detail, ref cut);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, RecordedFeedback feedback, Detail detail, ref int cut)
    {
        json.WriteStartObject();
        json.WriteString("name", feedback.Name);
        switch (feedback.Value)
        {
            // Of what passes or fails only a truth value reads like this: the texts are yes and no.
            case { Kind: RecordedValueKind.PassFail, Text: "true" or "false" } truth:
                json.WriteBoolean("value", truth.Number.Equals(1));
                break;
            case { Kind: RecordedValueKind.Number } number:
                json.WriteNumber("value", number.Number);
                break;
            case { Kind: RecordedValueKind.PassFail or RecordedValueKind.Text } text:
                json.WriteString("value", detail.Of(text.Text, ref cut));
                break;
        }

        Text(json, "rationale", feedback.Rationale, detail, ref cut);
        Text(json, "code", feedback.Error?.Code, detail, ref cut);
        Text(json, "message", feedback.Error?.Message, detail, ref cut);
        Text(json, "stack", feedback.Error?.StackTrace, detail, ref cut);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text, Detail detail, ref int cut)
    {
        if (text is not null)
        {
            json.WriteString(name, detail.Of(text, ref cut));
        }
    }
}
