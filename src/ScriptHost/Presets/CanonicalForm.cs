using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>
/// What a preset's hash is taken of: one JSON object on one line, UTF-8, keys of objects in ordinal order,
/// <c>{"judge", "members": [{"aggregations", "name", "sample", "scorer", "script", "settings", "where"}], "thresholds": {metric: demand}}</c>, where
/// a member's settings include the script's defaults. The preset's name, its description, comments and where things stand are not in it.
/// </summary>
internal static class CanonicalForm
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth };

    /// <summary>SHA-256 of the form, 64 lower-case hexadecimal digits.</summary>
    /// <param name="members">The members, in order.</param>
    /// <param name="thresholds">What is demanded of metrics; their order does not matter.</param>
    /// <param name="judge">The model for judges; null when there is none.</param>
    public static string Hash(IEnumerable<LockedMember> members, IReadOnlyDictionary<string, string> thresholds, string? judge) =>
        Sha256.Hex(Written(json => Write(json, members, thresholds, judge)));

    /// <summary>A member's part of the form.</summary>
    public static string Of(LockedMember member) => Encoding.UTF8.GetString(Written(json => Write(json, member)));

    /// <summary>Writes the form.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="members">The members, in order.</param>
    /// <param name="thresholds">What is demanded of metrics; their order does not matter.</param>
    /// <param name="judge">The model for judges; null when there is none.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<LockedMember> members, IReadOnlyDictionary<string, string> thresholds, string? judge)
    {
        json.WriteStartObject();
        json.WriteString("judge", judge);
        json.WriteStartArray("members");
        foreach (var member in members)
        {
            Write(json, member);
        }

        json.WriteEndArray();
        json.WriteStartObject("thresholds");
        foreach (var metric in thresholds.Keys.Order(StringComparer.Ordinal))
        {
            json.WriteString(metric, thresholds[metric]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LockedMember member)
    {
        json.WriteStartObject();
        json.WriteStartArray("aggregations");
        foreach (var aggregation in member.Aggregations)
        {
            json.WriteStringValue(aggregation);
        }

        json.WriteEndArray();
        json.WriteString("name", member.Name);
        if (member.Sample is { } sample)
        {
            json.WriteNumber("sample", sample);
        }
        else
        {
            json.WriteNull("sample");
        }

        json.WriteString("scorer", member.Scorer);
        json.WriteString("script", member.Script);
        json.WriteStartObject("settings");
        foreach (var name in member.Settings.Keys.Order(StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, member.Settings[name]);
        }

        json.WriteEndObject();
        json.WriteString("where", member.Where);
        json.WriteEndObject();
    }

    // Most settings are single values, which stand there as they would be written.
    private static void Write(Utf8JsonWriter json, string value)
    {
        if (value[0] is '{' or '[')
        {
            Write(json, JsonNode.Parse(value));
        }
        else
        {
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject mapping:
                json.WriteStartObject();
                foreach (var name in ((IDictionary<string, JsonNode?>)mapping).Keys.Order(StringComparer.Ordinal))
                {
                    json.WritePropertyName(name);
                    Write(json, mapping[name]);
                }

                json.WriteEndObject();
                break;
            case JsonArray list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(ScriptJson.TextOf(node), skipInputValidation: true);
                break;
        }
    }

    private static ReadOnlySpan<byte> Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Options);
        write(json);
        json.Flush();

        return bytes.WrittenSpan;
    }
}
