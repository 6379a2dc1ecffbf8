using System.Text.Json;
using ScriptHost.Reports;

namespace ScriptHost.Html;

/// <summary>Writes what a report shows of an earlier run.</summary>
internal static class BaselineJson
{
    /// <summary>Writes the property <c>baseline</c>; null when there is none.</summary>
    public static void Write(Utf8JsonWriter json, ReportBaseline? baseline)
    {
        json.WritePropertyName("baseline");
        if (baseline is null)
        {
            json.WriteNullValue();

            return;
        }

        json.WriteStartObject();
        json.WriteString("run", baseline.RunId);
        json.WriteStartArray("flips");
        foreach (var flip in baseline.Flips)
        {
            json.WriteStartObject();
            json.WriteString("trace", flip.TraceId);
            json.WriteString("session", flip.SessionId);
            json.WriteString("feedback", flip.Feedback);
            json.WriteBoolean("worse", flip.IsWorse);
            json.WriteString("before", flip.Before);
            json.WriteString("after", flip.After);
            json.WriteString("why", flip.RationaleBefore);
            json.WriteString("whyNow", flip.RationaleAfter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in baseline.Changes)
        {
            json.WriteStartObject();
            json.WriteString("metric", change.Metric);
            JsonFormat.WriteNumber(json, "before", change.Before);
            JsonFormat.WriteNumber(json, "after", change.After);
            json.WriteString("verdict", change.Verdict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
