using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Scoring;

/// <summary>Reads what settings are given, and writes their defaults.</summary>
/// <param name="options">The script's.</param>
internal sealed class SettingReading(JsonSerializerOptions options)
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
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), options),
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
            var read = value.Deserialize(type, options);
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
            var shared = value.Deserialize(type, options);

            return (_, _) => shared;
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(value, options);

        return (_, _) => JsonSerializer.Deserialize(text, type, options);
    }
}
