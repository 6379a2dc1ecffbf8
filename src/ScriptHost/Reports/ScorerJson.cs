using System.Text.Json;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Trust;

namespace ScriptHost.Reports;

/// <summary>Writes what is known of a scorer as JSON.</summary>
internal static class ScorerJson
{
    /// <summary>A level's name: <c>trace</c> or <c>session</c>.</summary>
    public static string Level(ScorerLevel level) => level == ScorerLevel.Session ? "session" : "trace";

    /// <summary>Writes a scorer: its name, level, file, hash, parameters, aggregations and trust.</summary>
    public static void Write(Utf8JsonWriter json, ScorerDescription scorer, TrustEntry? trust)
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
        WriteTrust(json, trust);
        json.WriteEndObject();
    }

    /// <summary>Writes a scorer of a run: its name there and its own, level, file, hash, settings, aggregations, filter and trust.</summary>
    public static void Write(Utf8JsonWriter json, ScorerRecord record)
    {
        var (scorer, settings, trust) = record;
        json.WriteStartObject();
        json.WriteString("name", scorer.Name);
        json.WriteString("scorer", record.Scorer);
        json.WriteString("level", Level(scorer.Level));
        json.WriteString("path", scorer.Path);
        json.WriteString("hash", scorer.Hash);
        json.WritePropertyName("settings");
        settings.WriteTo(json);
        WriteAggregations(json, scorer);
        if (record.Where is { } where)
        {
            json.WriteString("where", where);
        }

        WriteTrust(json, trust);
        json.WriteEndObject();
    }

    private static void WriteAggregations(Utf8JsonWriter json, ScorerDescription scorer)
    {
        json.WriteStartArray("aggregations");
        foreach (var aggregation in scorer.Aggregations)
        {
            json.WriteStringValue(AggregationName.Of(aggregation));
        }

        json.WriteEndArray();
    }

    // Null for a scorer that passed the gate.
    private static void WriteTrust(Utf8JsonWriter json, TrustEntry? trust)
    {
        if (trust is null)
        {
            json.WriteNull("trust");

            return;
        }

        json.WriteStartObject("trust");
        json.WriteString("by", trust.By);
        json.WriteString("at", JsonFormat.Moment(trust.At));
        json.WriteString("why", trust.Why);
        json.WriteStartArray("needs");
        foreach (var need in trust.Needs)
        {
            json.WriteStringValue(TrustText.Of(need));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
