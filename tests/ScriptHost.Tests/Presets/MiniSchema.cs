using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>Evaluates the keywords of JSON Schema 2020-12 that the schema of presets uses, and refuses to pass over any other.</summary>
internal static class MiniSchema
{
    public static bool IsValid(JsonNode? node, JsonNode? schema) =>
        schema is JsonObject keywords ? keywords.All(k => Holds(node, k.Key, k.Value, keywords)) : schema is null || schema.GetValue<bool>();

    private static bool Holds(JsonNode? node, string keyword, JsonNode? value, JsonObject schema) => (keyword, node) switch
    {
        ("$schema" or "title" or "description", _) => true,
        ("type", _) => Type(node) == value?.GetValue<string>(),
        ("enum", _) => Items(value).Any(v => JsonNode.DeepEquals(v, node)),
        ("anyOf", _) => Items(value).Any(s => IsValid(node, s)),
        ("not", _) => !IsValid(node, value),
        ("pattern", JsonValue text) when Type(text) == "string" => Regex.IsMatch(text.GetValue<string>(), (value?.GetValue<string>() ?? "").Replace("$", "\\z", StringComparison.Ordinal)),
        ("minimum", JsonValue number) when Type(number) == "number" => Number(number) >= Number(value),
        ("maximum", JsonValue number) when Type(number) == "number" => Number(number) <= Number(value),
        ("items", JsonArray list) => list.All(i => IsValid(i, value)),
        ("minItems", JsonArray list) => list.Count >= Number(value),
        ("maxItems", JsonArray list) => list.Count <= Number(value),
        ("uniqueItems", JsonArray list) => list.Select(i => i?.ToJsonString()).Distinct().Count() == list.Count,
        ("minProperties", JsonObject mapping) => mapping.Count >= Number(value),
        ("maxProperties", JsonObject mapping) => mapping.Count <= Number(value),
        ("propertyNames", JsonObject mapping) => mapping.All(m => IsValid(JsonValue.Create(m.Key), value)),
        ("required", JsonObject mapping) => Items(value).All(k => mapping.ContainsKey(k?.GetValue<string>() ?? "")),
        ("properties", JsonObject mapping) => mapping.All(m => IsValid(m.Value, value?[m.Key])),
        ("additionalProperties", JsonObject mapping) => mapping.Where(m => schema["properties"]?[m.Key] is null).All(m => IsValid(m.Value, value)),
        ("pattern" or "minimum" or "maximum" or "items" or "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties", _) => true,
        ("propertyNames" or "required" or "properties" or "additionalProperties", _) => true,
        _ => throw new NotSupportedException($"The keyword '{keyword}' is not evaluated here."),
    };

    private static string Type(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private static double Number(JsonNode? node) => double.Parse(node?.ToJsonString() ?? "", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Items(JsonNode? node) => node?.AsArray() ?? [];
}
