using System.Text.Json;
using ScriptHost.Presets;

namespace ScriptHost.Reports;

/// <summary>Writes what of a run's record is about its preset.</summary>
internal static class PresetJson
{
    /// <summary>Writes the property <c>preset</c>: names, hash, and the content that the hash is of; null for a run without.</summary>
    public static void Write(Utf8JsonWriter json, Preset? preset)
    {
        json.WritePropertyName("preset");
        if (preset is null)
        {
            json.WriteNullValue();

            return;
        }

        json.WriteStartObject();
        json.WriteStartArray("names");
        foreach (var name in preset.Names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("hash", preset.Hash);
        json.WritePropertyName("content");
        preset.WriteContent(json);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>thresholds</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Verdict> verdicts)
    {
        json.WriteStartArray("thresholds");
        foreach (var verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("metric", verdict.Metric);
            json.WriteString("bound", verdict.Bound);
            json.WriteString("level", ManifestShape.Levels[(int)verdict.Level]);
            json.WriteBoolean("passed", verdict.Passed);
            json.WritePropertyName("value");
            if (verdict.Value is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }

            if (verdict.Baseline is { } baseline)
            {
                json.WriteNumber("baseline", baseline);
            }

            json.WriteNumber("n", verdict.Count);
            if (verdict.Interval is { } interval)
            {
                json.WriteStartArray("interval");
                json.WriteNumberValue(interval.Low);
                json.WriteNumberValue(interval.High);
                json.WriteEndArray();
            }

            json.WriteString("message", verdict.Sentence);
            json.WriteString("origin", verdict.Origin.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
