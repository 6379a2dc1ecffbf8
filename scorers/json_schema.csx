// Does the answer, JSON or a text that holds JSON, fit a JSON Schema? true or false. Reads outputs; set 'schema' to the schema as JSON text.
// Known are type, enum, const, properties, required, additionalProperties (true, false), items (one schema), minItems, maxItems, minLength,
// maxLength, pattern, minimum and maximum, as https://json-schema.org/draft/2020-12 has them; a schema with another keyword is an error.
string[] silent = ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"];

string? Fault(JsonNode? value, JsonNode? schema, string at) => schema is JsonObject rules
    ? rules.Where(r => !silent.Contains(r.Key)).Select(r => Broken(r.Key, r.Value!, value, rules, at)).FirstOrDefault(f => f is not null)
    : schema?.GetValueKind() == JsonValueKind.False ? $"{at} is not allowed" : null;

string? Broken(string keyword, JsonNode rule, JsonNode? value, JsonObject rules, string at) => keyword switch
{
    "type" => Texts(rule).Any(t => Is(value, t)) ? null : $"{at} is {Shown(value)}, not of type {string.Join(" or ", Texts(rule))}",
    "enum" => rule.AsArray().Any(r => JsonNode.DeepEquals(r, value)) ? null : $"{at} is {Shown(value)}, none of {rule.ToJsonString()}",
    "const" => JsonNode.DeepEquals(rule, value) ? null : $"{at} is {Shown(value)}, not {rule.ToJsonString()}",
    "required" => value is JsonObject o && Texts(rule).FirstOrDefault(r => !o.ContainsKey(r)) is { } missing ? $"{at} lacks '{missing}'" : null,
    "properties" => value is JsonObject o
        ? rule.AsObject().Where(p => o.ContainsKey(p.Key)).Select(p => Fault(o[p.Key], p.Value, $"{at}.{p.Key}")).FirstOrDefault(f => f is not null)
        : null,
    "additionalProperties" when rule.GetValueKind() is JsonValueKind.True or JsonValueKind.False => rule.GetValueKind() == JsonValueKind.False && value is JsonObject o
        && o.FirstOrDefault(p => rules["properties"]?[p.Key] is null).Key is { } more ? $"{at} has '{more}', which the schema does not name" : null,
    "items" => value is JsonArray a ? a.Select((item, i) => Fault(item, rule, $"{at}[{i}]")).FirstOrDefault(f => f is not null) : null,
    "minItems" => value is JsonArray a && a.Count < (double)rule ? $"{at} has {a.Count} items, fewer than {rule}" : null,
    "maxItems" => value is JsonArray a && a.Count > (double)rule ? $"{at} has {a.Count} items, more than {rule}" : null,
    "minLength" => Characters(value) < (double)rule ? $"{at} has {Characters(value)} characters, fewer than {rule}" : null,
    "maxLength" => Characters(value) > (double)rule ? $"{at} has {Characters(value)} characters, more than {rule}" : null,
    "pattern" => Is(value, "string") && !Text.Pattern((string)rule!).IsMatch((string)value!) ? $"{at} is {Shown(value)}, which does not match '{rule}'" : null,
    "minimum" => Is(value, "number") && (double)value! < (double)rule ? $"{at} is {Shown(value)}, less than {rule}" : null,
    "maximum" => Is(value, "number") && (double)value! > (double)rule ? $"{at} is {Shown(value)}, more than {rule}" : null,
    _ => throw new NotSupportedException($"The schema uses '{keyword}' for {at}, in a form that json_schema does not know; its head comment lists what it does."),
};

string[] Texts(JsonNode rule) => rule is JsonArray list ? [.. list.Select(t => (string)t!)] : [(string)rule!];

int? Characters(JsonNode? value) => Is(value, "string") ? ((string)value!).EnumerateRunes().Count() : null;

string Shown(JsonNode? value) => value?.ToJsonString() is not { } text ? "null" : text.Length > 40 ? text[..40] + "…" : text;

bool Is(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
{
    JsonValueKind.Object => type == "object",
    JsonValueKind.Array => type == "array",
    JsonValueKind.String => type == "string",
    JsonValueKind.Number => type == "number" || (type == "integer" && (double)value! % 1 == 0),
    JsonValueKind.Null => type == "null",
    _ => type == "boolean",
};

Feedback Fits(JsonNode outputs, string? schema = null)
{
    if (string.IsNullOrWhiteSpace(schema))
    {
        return Feedback.NotApplicable("Set 'schema' to the JSON Schema that the answer must fit, as JSON text.");
    }

    JsonNode? rules;
    try
    {
        rules = JsonNode.Parse(schema);
    }
    catch (JsonException problem)
    {
        throw new FormatException($"The setting 'schema' is no JSON: {problem.Message}");
    }

    try
    {
        var fault = Fault(outputs.GetValueKind() == JsonValueKind.String ? JsonNode.Parse((string)outputs!) : outputs, rules, "answer");

        return new Feedback(fault is null, fault is null ? "The answer fits the schema." : $"{fault}.");
    }
    catch (JsonException problem)
    {
        return new Feedback(false, $"The answer is no JSON: {problem.Message}");
    }
}

return Scorer.Define(Fits, description: "Whether the answer is JSON that fits a JSON Schema: true or false.");
