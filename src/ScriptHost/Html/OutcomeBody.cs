using System.Text.Json;

namespace ScriptHost.Html;

/// <summary>Writes the outcomes of a unit.</summary>
internal static class OutcomeBody
{
    /// <summary>Writes the property <c>outcomes</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<RecordedOutcome> outcomes, Detail detail, ref int cut)
    {
        json.WriteStartArray("outcomes");
        foreach (var outcome in outcomes)
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

        json.WriteEndArray();
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
