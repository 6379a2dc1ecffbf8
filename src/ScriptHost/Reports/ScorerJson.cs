using System.Text.Json;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Writes what is known of a scorer as JSON.</summary>
internal static class ScorerJson
{
    /// <summary>A level's name: <c>trace</c> or <c>session</c>.</summary>
    public static string Level(ScorerLevel level) => level == ScorerLevel.Session ? "session" : "trace";

    /// <summary>Writes a scorer: its name, level, file, hash, parameters and aggregations.</summary>
    public static void Write(Utf8JsonWriter json, ScorerDescription scorer)
    {
        json.WriteStartObject();
        json.WriteString("name", scorer.Name);
        json.WriteString("level", Level(scorer.Level));
        json.WriteString("description", scorer.Description);
        json.WriteString("path", scorer.Path);
        json.WriteString("hash", scorer.Hash);
        json.WriteString("returns", scorer.Returns);
        json.WriteStartArray("parameters");
        foreach (var parameter in scorer.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("type", parameter.Type);
            if (parameter.Default is { } value)
            {
                json.WritePropertyName("default");
                json.WriteRawValue(value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteAggregations(json, scorer);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>aggregations</c>.</summary>
    public static void WriteAggregations(Utf8JsonWriter json, ScorerDescription scorer)
    {
        json.WriteStartArray("aggregations");
        foreach (var aggregation in scorer.Aggregations)
        {
            json.WriteStringValue(AggregationName.Of(aggregation));
        }

        json.WriteEndArray();
    }
}
