using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Presets;

/// <summary>The JSON Schema of manifests, for editors: made from the table that the check goes by.</summary>
internal static class ManifestSchema
{
    /// <summary>What its file is called, beside the presets.</summary>
    public const string FileName = "preset.schema.json";

    /// <summary>The schema, JSON Schema 2020-12, with a line break at its end.</summary>
    public static string Print()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A preset of ScriptHost",
        };
        foreach (var (key, value) in Of(ManifestShape.Root))
        {
            schema[key] = value?.DeepClone();
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        Shape.Text { Pattern: { } pattern } => new() { ["type"] = "string", ["pattern"] = pattern },
        Shape.Text => new() { ["type"] = "string", ["pattern"] = @"\S" },
        Shape.Choice choice => new() { ["enum"] = new JsonArray([.. choice.Values.Select(v => (JsonNode)v)]) },
        Shape.Number number => Number(number),
        Shape.Flag => new() { ["type"] = "boolean" },
        Shape.Items items => Items(items),
        Shape.Entries entries => Entries(entries),
        Shape.Fields fields => Fields(fields),
        Shape.Either either => new() { ["anyOf"] = new JsonArray([Of(either.Single), .. either.Short is { } brief ? [Short(brief, either.Long)] : (JsonNode[])[], Of(either.Long)]) },
        _ => [],
    };

    private static JsonObject Number(Shape.Number number)
    {
        var schema = new JsonObject { ["type"] = "number" };
        if (number.Least is { } least)
        {
            schema["minimum"] = least;
        }

        if (number.Most is { } most)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

    private static JsonObject Items(Shape.Items items)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(items.Item) };
        Count(schema, "Items", items.Least, items.Most);
        if (items.IsSet)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private static JsonObject Entries(Shape.Entries entries)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = entries.Key.Pattern },
            ["additionalProperties"] = entries.Value is Shape.Anything ? true : Of(entries.Value),
        };
        Count(schema, "Properties", entries.Least, entries.Most);

        return schema;
    }

    // A mapping of one key that the long form knows is meant to be the long form.
    private static JsonObject Short(Shape.Entries entries, Shape.Fields other)
    {
        var schema = Entries(entries);
        schema["not"] = new JsonObject { ["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. other.Names.Select(n => (JsonNode)n)]) } };

        return schema;
    }

    private static JsonObject Fields(Shape.Fields fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields.All)
        {
            var property = Of(field.Shape);
            property.Insert(0, "description", field.Description);
            properties[field.Name] = property;
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (fields.All.Where(f => f.IsRequired).Select(f => (JsonNode)f.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        if (fields.OneOf.Count > 0)
        {
            schema["anyOf"] = new JsonArray([.. fields.OneOf.Select(n => new JsonObject { ["required"] = new JsonArray(n) })]);
        }

        if (fields.Exclusive.Count > 0)
        {
            var pairs = fields.Exclusive.SelectMany((first, i) => fields.Exclusive.Skip(i + 1).Select(second => new JsonObject { ["required"] = new JsonArray(first, second) }));
            schema["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. pairs]) };
        }

        return schema;
    }

    private static void Count(JsonObject schema, string what, int least, int? most)
    {
        if (least > 0)
        {
            schema[$"min{what}"] = least;
        }

        if (most is { } limit)
        {
            schema[$"max{what}"] = limit;
        }
    }
}
