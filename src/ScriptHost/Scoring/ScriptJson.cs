using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>How JSON becomes values of a script's types, and back.</summary>
internal static class ScriptJson
{
    /// <summary>
    /// Options for one script. They remember its types, so each script needs its own, or it could not be unloaded.
    /// </summary>
    public static JsonSerializerOptions Options() => new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonText.MaxDepth,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>What a JSON value is, for people: <c>an object</c>, <c>a text</c>.</summary>
    public static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };
}
