using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Reads inputs, outputs or expectations as a parameter's type asks for them. Every call makes values of its own.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="type">The parameter's type, <see cref="Nullable{T}"/> stripped.</param>
/// <param name="options">The script's.</param>
internal sealed class SubjectReading(string parameter, Type type, Lazy<JsonSerializerOptions> options)
{
    private readonly MemberMatching members = new(options);

    private Forms? forms;

    private JsonTypeInfo Info => field ??= options.Value.GetTypeInfo(type);

    // Whether the serializer makes the value.
    private bool IsMade => type != typeof(string) && type != typeof(object) && !type.IsAssignableTo(typeof(JsonNode));

    /// <summary>The value of a subject that a trace has.</summary>
    /// <exception cref="ScorerFaultException">It does not have the shape that the type asks for.</exception>
    public object? Read(JsonText text) => type == typeof(JsonElement) ? text.ToElement() : Read(text.ToNode());

    /// <summary>The value of an object of these members, where no nodes are needed for it.</summary>
    /// <param name="texts">The members by name.</param>
    /// <param name="value">What was read.</param>
    /// <returns>Whether it could be read so.</returns>
    /// <exception cref="ScorerFaultException">They do not have the shape that the type asks for.</exception>
    public bool TryRead(IReadOnlyDictionary<string, JsonText> texts, out object? value)
    {
        forms ??= FindForms();
        if (texts.Count == 0)
        {
            value = forms.Empty is { } make ? make() : Read(new JsonObject());

            return true;
        }

        value = null;
        if (forms.Scalars is not { } scalars)
        {
            return false;
        }

        try
        {
            return scalars.Read(texts, out value) is { } lack ? throw Mismatch(JsonValueKind.Object, Missing($"{parameter}.{lack}")) : true;
        }
        catch (JsonException e)
        {
            throw Mismatch(JsonValueKind.Object, Fault(e));
        }
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
            return node is null || type.IsInstanceOfType(node) ? node : throw Mismatch(Kind(node), why: "");
        }

        try
        {
            return members.Align(node, Info, parameter) is { } lack
                ? throw Mismatch(Kind(node), Missing(lack))
                : node is JsonObject { Count: 0 } ? JsonSerializer.Deserialize("{}"u8, Info) : node.Deserialize(Info);
        }
        catch (JsonException e)
        {
            throw Mismatch(Kind(node), Fault(e));
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

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static string Missing(string path) => $" '{path}' is missing.";

    private string Fault(JsonException fault) => fault.Path is null or "$" ? "" : $" The fault is at '{parameter}{fault.Path[1..]}'.";

    private ScorerFaultException Mismatch(JsonValueKind kind, string why) => new(
        ErrorCode.InputMismatch,
        $"The scorer takes '{parameter}' as '{CSharpName.Of(type)}', but the trace has {ScriptJson.Kind(kind)} that does not fit.{why}");

    private Forms FindForms()
    {
        if (!IsMade)
        {
            return new(Empty: null, Scalars: null);
        }

        var isDemanding = members.Align(new JsonObject(), Info, parameter) is not null;

        return new(isDemanding ? null : EmptyObject.Maker(Info), ScalarReading.Of(Info));
    }

    // What is quicker for some types: how an object is made of nothing, and of scalars. Null where there is no such way.
    private sealed record Forms(Func<object?>? Empty, ScalarReading? Scalars);
}
