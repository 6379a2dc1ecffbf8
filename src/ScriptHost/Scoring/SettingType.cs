using System.Text.Json.Nodes;

namespace ScriptHost.Scoring;

/// <summary>Which types a setting may have: what a preset can state in a line.</summary>
internal static class SettingType
{
    /// <summary>For people.</summary>
    public const string Right = "'bool', a number, 'string', an enum, 'TimeSpan?', or an array, list or dictionary by text of such";

    private static readonly HashSet<Type> Scalars =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(string), typeof(char), typeof(TimeSpan),
    ];

    private static readonly HashSet<Type> Lists =
    [
        typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IList<>), typeof(List<>),
        typeof(IReadOnlySet<>), typeof(ISet<>), typeof(HashSet<>),
    ];

    private static readonly HashSet<Type> Dictionaries = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    /// <summary>Whether a setting may have this type.</summary>
    public static bool IsSupported(Type type)
    {
        if (type.IsSZArray)
        {
            return type.GetElementType() is { } element && IsSupported(element);
        }

        if (!type.IsGenericType)
        {
            return IsScalar(type);
        }

        var arguments = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();

        return definition == typeof(Nullable<>) ? IsScalar(arguments[0])
            : Lists.Contains(definition) ? IsSupported(arguments[0])
            : Dictionaries.Contains(definition) && arguments[0] == typeof(string) && IsSupported(arguments[1]);
    }

    /// <summary>The names of the enum that the type is, or is a list or dictionary of; null when it is of none.</summary>
    public static IReadOnlyList<string>? Choices(Type type) =>
        type.IsEnum ? Enum.GetNames(type)
        : type.IsSZArray && type.GetElementType() is { } element ? Choices(element)
        : type.IsGenericType ? Choices(type.GetGenericArguments()[^1])
        : null;

    /// <summary>What an enum takes in place of what was given, in sentences with a leading blank; empty for any other type.</summary>
    public static string Values(Type type, JsonNode? given)
    {
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        if (!scalar.IsEnum)
        {
            return "";
        }

        var names = Enum.GetNames(scalar);

        return (given is JsonValue value && value.TryGetValue(out string? text) ? Suggestion.Sentence(text, names) : "") + $" It takes {string.Join(", ", names)}.";
    }

    /// <summary>Whether a value of the type cannot be changed, so that all calls may share it.</summary>
    public static bool IsScalar(Type type) => Scalars.Contains(type) || type.IsEnum || (Nullable.GetUnderlyingType(type) is { } inner && IsScalar(inner));
}
