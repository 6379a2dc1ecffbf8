using System.Text.Json;
using ScriptHost.Runs;

namespace ScriptHost.Reports;

/// <summary>Writes what calls cost, for <c>run.json</c>.</summary>
internal static class ProfileJson
{
    /// <summary>Writes the member <c>profile</c>.</summary>
    public static void Write(Utf8JsonWriter json, ProfileRecord profile)
    {
        json.WriteStartObject("profile");
        json.WriteStartObject("scorers");
        foreach (var scorer in profile.Scorers)
        {
            json.WriteStartObject(scorer.Scorer);
            json.WriteNumber("calls", scorer.Calls);
            json.WriteNumber("ms", scorer.Time.TotalMilliseconds);
            json.WriteNumber("allocated_bytes", scorer.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("slowest");
        foreach (var call in profile.Slowest)
        {
            json.WriteStartObject();
            json.WriteString("scorer", call.Scorer);
            json.WriteString("trace_id", call.TraceId);
            if (call.SessionId is { } session)
            {
                json.WriteString("session_id", session);
            }

            json.WriteNumber("ms", call.Time.TotalMilliseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("scripts");
        json.WriteNumber("compiled", profile.Compiling.Compiled);
        json.WriteNumber("cached", profile.Compiling.Cached);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
