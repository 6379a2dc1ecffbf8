using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Which types a subject can be given as.</summary>
internal static class SubjectType
{
    /// <summary>Whether <paramref name="subject"/> can be given as <paramref name="type"/>.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="type">The parameter's type, <see cref="Nullable{T}"/> stripped.</param>
    /// <param name="options">The script's.</param>
    public static bool Fits(Subject subject, Type type, Lazy<JsonSerializerOptions> options) => subject switch
    {
        Subject.Trace => type.IsAssignableFrom(typeof(Trace)),
        Subject.Session => type.IsAssignableFrom(typeof(Session)),
        Subject.CancellationToken => type == typeof(CancellationToken),
        _ => IsReadable(type, options),
    };

    /// <summary>What would be right, for people: <c>'Trace'</c>.</summary>
    public static string Right(Subject subject) => subject switch
    {
        Subject.Trace => "'Trace'",
        Subject.Session => "'Session'",
        Subject.CancellationToken => "'CancellationToken'",
        _ => "text, a number, 'bool', 'JsonNode' and its kinds, 'JsonElement', or a record, class, list or dictionary to read JSON into",
    };

    private static bool IsReadable(Type type, Lazy<JsonSerializerOptions> options)
    {
        if (type.IsByRefLike || type.IsAssignableTo(typeof(Delegate)) || type.IsAssignableTo(typeof(Task)) || type == typeof(CancellationToken) || type.Assembly == typeof(Trace).Assembly)
        {
            return false;
        }

        // What most scripts take is known: asking the serializer costs a start of its own.
        if (type == typeof(string) || type == typeof(JsonElement) || type.IsAssignableTo(typeof(JsonNode)))
        {
            return true;
        }

        try
        {
            var info = options.Value.GetTypeInfo(type);

            return info.Kind != JsonTypeInfoKind.Object || type == typeof(object) || !(type.IsAbstract || type.IsInterface);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
