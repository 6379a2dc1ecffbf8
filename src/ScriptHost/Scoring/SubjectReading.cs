using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Reads inputs, outputs or expectations as a parameter's type asks for them. Every call makes values of its own.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="type">The parameter's type, <see cref="Nullable{T}"/> stripped.</param>
/// <param name="options">The script's.</param>
internal sealed class SubjectReading(string parameter, Type type, JsonSerializerOptions options)
{
    private readonly MemberMatching members = new(options);

    private (bool IsKnown, Func<object?>? Make) empty;

    private JsonTypeInfo Info => field ??= options.GetTypeInfo(type);

    // Whether the serializer makes the value.
    private bool IsMade => type != typeof(string) && type != typeof(object) && !type.IsAssignableTo(typeof(JsonNode));

    /// <summary>The value of a subject that a trace has.</summary>
    /// <exception cref="ScorerFaultException">It does not have the shape that the type asks for.</exception>
    public object? Read(JsonText text) => type == typeof(JsonElement) ? text.ToElement() : Read(text.ToNode());

    /// <summary>The value of an object without members.</summary>
    /// <exception cref="ScorerFaultException">The type asks for some.</exception>
    public object? ReadEmpty()
    {
        if (!empty.IsKnown)
        {
            empty = (true, IsMade && members.Align(new JsonObject(), Info, parameter) is null ? EmptyObject.Maker(Info) : null);
        }

        return empty.Make is { } make ? make() : Read(new JsonObject());
    }

    /// <summary>The value of nodes that belong to the caller; changes them.</summary>
    /// <exception cref="ScorerFaultException">They do not have the shape that the type asks for.</exception>
    public object? Read(JsonNode? node)
    {
        if (type == typeof(string))
        {
            return node is null ? null : PlainJson.Of(node);
        }

        if (type == typeof(object))
        {
            return Plain(node);
        }

        if (type.IsAssignableTo(typeof(JsonNode)))
        {
            return node is null || type.IsInstanceOfType(node) ? node : throw Mismatch(node, why: "");
        }

        try
        {
            return members.Align(node, Info, parameter) is { } lack
                ? throw Mismatch(node, $" '{lack}' is missing.")
                : node is JsonObject { Count: 0 } ? JsonSerializer.Deserialize("{}"u8, Info) : node.Deserialize(Info);
        }
        catch (JsonException e)
        {
            throw Mismatch(node, e.Path is null or "$" ? "" : $" The fault is at '{parameter}{e.Path[1..]}'.");
        }
    }

    // What a parameter of type object gets: the C# value where there is one.
    private static object? Plain(JsonNode? node) => node is not JsonValue value
        ? node
        : value.GetValueKind() switch
        {
            // The cast keeps JsonNode's own conversions out.
            JsonValueKind.String => (object)value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ when value.TryGetValue(out long whole) => whole,
            _ => value.GetValue<double>(),
        };

    private ScorerFaultException Mismatch(JsonNode? node, string why) => new(
        ErrorCode.InputMismatch,
        $"The scorer takes '{parameter}' as '{CSharpName.Of(type)}', but the trace has {ScriptJson.Kind(node?.GetValueKind() ?? JsonValueKind.Null)} that does not fit.{why}");
}
