using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Presets;

/// <summary>JSON as YAML in flow style, and back; types are kept.</summary>
internal static class YamlJson
{
    /// <summary>JSON as YAML.</summary>
    public static string Print(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(Print))}]",
        JsonObject { Count: 0 } => "{}",
        JsonObject mapping => $"{{ {string.Join(", ", mapping.Select(m => $"{YamlText.Of(m.Key)}: {Print(m.Value)}"))} }}",
        _ when node.GetValueKind() == JsonValueKind.String => YamlText.Of(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    /// <summary>YAML as JSON, by the core schema.</summary>
    public static JsonNode? Read(YamlNode node) => node switch
    {
        YamlSequence list => new JsonArray([.. list.Items.Select(Read)]),
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Read(e.Value)))),
        YamlScalar scalar => CoreScalar.KindOf(scalar) switch
        {
            CoreScalarKind.Null => null,
            CoreScalarKind.Flag => CoreScalar.Flag(scalar.Text),
            CoreScalarKind.Integer => JsonNode.Parse(CoreScalar.Whole(scalar.Text).ToString(CultureInfo.InvariantCulture)),
            CoreScalarKind.Number => Number(scalar.Text),
            _ => scalar.Text,
        },
        _ => throw new ArgumentException("A node of no known kind.", nameof(node)),
    };

    // The digits are kept as they are: a decimal has more of them than a double.
    private static JsonNode? Number(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // YAML also has .5 and 5.
            return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : text;
        }
    }
}
