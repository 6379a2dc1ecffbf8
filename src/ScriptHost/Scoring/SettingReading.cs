using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ScriptHost.Scoring;

/// <summary>Reads what settings are given, and writes their defaults.</summary>
/// <param name="options">The script's.</param>
internal sealed class SettingReading(Lazy<JsonSerializerOptions> options)
{
    /// <summary>The default that the parameter states, as the value that is passed.</summary>
    public static object? Default(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var stated = parameter.DefaultValue is DBNull or Missing ? null : parameter.DefaultValue;
        if (stated is null)
        {
            // `default` of a struct is stated as null.
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        // The default of a nullable enum is stated as its number.
        return Nullable.GetUnderlyingType(type) is { IsEnum: true } inner ? Enum.ToObject(inner, stated) : stated;
    }

    /// <summary>A default as JSON.</summary>
    public JsonNode? Write(object? value) => value switch
    {
        null => null,

        // JSON has no such numbers.
        double number when !double.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        float number when !float.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),

        // What the serializer would say of these too; it takes longer to get ready than the rest of a script.
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        Enum member when PlainName(member) is { } name => JsonValue.Create(name),
        Array { Rank: 1 } items and not byte[] => new JsonArray([.. items.Cast<object?>().Select(Write)]),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), options.Value),
    };

    /// <summary>Whether a value is one of the parameter's type, and needs no reading to be told so.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="value">The value.</param>
    public static bool IsOf(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type).IsInstanceOfType(value) && value switch
    {
        string or bool or int or long => true,
        double number => double.IsFinite(number),
        Enum member => PlainName(member) is not null,
        Array { Rank: 1 } items and not byte[] => items.GetType().GetElementType() is { } element && items.Cast<object?>().All(i => IsOf(element, i)),
        _ => false,
    };

    /// <summary>Whether the parameter can be given this.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="isNullable">Whether the parameter takes null.</param>
    /// <param name="value">What a preset states.</param>
    public bool Fits(Type type, bool isNullable, JsonNode? value)
    {
        if (value is null)
        {
            return isNullable;
        }

        try
        {
            var read = value.Deserialize(type, options.Value);
            var scalar = Nullable.GetUnderlyingType(type) ?? type;

            return read is not null
                && (read is not double number || double.IsFinite(number))
                && (!scalar.IsEnum || value.GetValueKind() == JsonValueKind.String || Enum.IsDefined(scalar, read));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What makes the parameter's value in each call: the same one, or a list of its own, so that no call sees what another one did to it.</summary>
    public Argument Argument(Type type, JsonNode? value)
    {
        if (SettingType.IsScalar(type) || value is null)
        {
            var shared = value.Deserialize(type, options.Value);

            return (_, _) => shared;
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(value, options.Value);

        return (_, _) => JsonSerializer.Deserialize(text, type, options.Value);
    }

    // The member's name, unless JSON has another one for it.
    private static string? PlainName(Enum member) =>
        Enum.GetName(member.GetType(), member) is { } name && member.GetType().GetField(name)?.IsDefined(typeof(JsonStringEnumMemberNameAttribute)) == false ? name : null;
}
