using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>How JSON becomes values of a script's types, and back.</summary>
internal static class ScriptJson
{
    /// <summary>
    /// Options for one script, made when they are first asked for: most scripts take texts and nodes, and need none. They remember the script's types, so each
    /// script needs its own, or it could not be unloaded.
    /// </summary>
    public static Lazy<JsonSerializerOptions> Options() => new(() => new()
    {
        Converters = { new JsonStringEnumConverter(), new WholeNumberConverter<int>(), new WholeNumberConverter<long>() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonText.MaxDepth,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    });

    /// <summary>How nodes become text; no type of a script has part in that.</summary>
    public static JsonSerializerOptions Text { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth };

    /// <summary>A node as text for people: a missing one is <c>null</c>.</summary>
    public static string TextOf(JsonNode? node) => node?.ToJsonString(Text) ?? "null";

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
