using System.Buffers;
using System.Text;
using System.Text.Json;
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
            json.WriteString("kind", outcome.Kind);
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
            case bool truth:
                json.WriteBoolean("value", truth);
                break;
            case double number:
                json.WriteNumber("value", number);
                break;
            case string text:
                json.WriteString("value", detail.Of(text, ref cut));
                break;
        }

        Text(json, "rationale", feedback.Rationale, detail, ref cut);
        Text(json, "code", feedback.ErrorCode, detail, ref cut);
        Text(json, "message", feedback.ErrorMessage, detail, ref cut);
        Text(json, "stack", feedback.StackTrace, detail, ref cut);
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
