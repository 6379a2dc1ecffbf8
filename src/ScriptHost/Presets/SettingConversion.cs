using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>Turns a value of a preset into the JSON that its setting's type takes: <c>1.10</c> is a text where a text is wanted, and a number where a number is.</summary>
/// <param name="choices">The names of the setting's enum; null when it has none, or they are not known.</param>
internal sealed class SettingConversion(IReadOnlyList<string>? choices)
{
    private static readonly Dictionary<string, (BigInteger Least, BigInteger Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
        ["ulong"] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>The value as JSON text.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">The setting's C# type.</param>
    /// <param name="isNullable">Whether the setting takes null.</param>
    /// <param name="choices">The names of the setting's enum; null when it has none, or they are not known.</param>
    /// <exception cref="SettingFormatException">The value does not fit.</exception>
    public static string Convert(YamlNode node, string type, bool isNullable, IReadOnlyList<string>? choices)
    {
        var form = SettingForm.Of(type);

        return new SettingConversion(choices).Read(node, isNullable && form is not SettingForm.Optional ? new SettingForm.Optional(form) : form)?.ToJsonString(ScriptJson.Text) ?? "null";
    }

    private JsonNode? Read(YamlNode node, SettingForm form) => (form, node) switch
    {
        (SettingForm.Optional, YamlScalar scalar) when CoreScalar.KindOf(scalar) == CoreScalarKind.Null => null,
        (SettingForm.Optional optional, _) => Read(node, optional.Inner),
        (SettingForm.Many many, YamlSequence sequence) => new JsonArray([.. sequence.Items.Select(i => Read(i, many.Item))]),
        (SettingForm.Keyed keyed, YamlMapping mapping) => new JsonObject(mapping.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal)
            .Select(e => KeyValuePair.Create(e.Key.Text, Read(e.Value, keyed.Value)))),
        (SettingForm.Single single, YamlScalar scalar) => Single(scalar, single.Type),
        (SettingForm.Many, _) => throw new SettingFormatException(node, $"{Shown(node)} is {node.Kind}, and must be a list"),
        (SettingForm.Keyed, _) => throw new SettingFormatException(node, $"{Shown(node)} is {node.Kind}, and must be a mapping"),
        _ => throw new SettingFormatException(node, $"{Shown(node)} is {node.Kind}, and must be a single value"),
    };

    private JsonNode? Single(YamlScalar scalar, string type)
    {
        if (CoreScalar.KindOf(scalar) == CoreScalarKind.Null)
        {
            throw new SettingFormatException(scalar, $"it has no value, and must have one{(type == "string" ? "; write \"\" for an empty text" : "")}");
        }

        return type switch
        {
            "string" => scalar.Text,
            "char" => scalar.Text.Length == 1 ? scalar.Text : throw new SettingFormatException(scalar, $"{Shown(scalar)} must be one character"),
            "bool" => CoreScalar.KindOf(scalar) == CoreScalarKind.Flag ? CoreScalar.Flag(scalar.Text) : throw Wrong(scalar, "true or false"),
            "float" or "double" or "decimal" => Number(scalar, type),
            "TimeSpan" => Duration(scalar),
            _ when Ranges.TryGetValue(type, out var range) => Whole(scalar, range.Least, range.Most),
            _ => Choice(scalar),
        };
    }

    private static JsonNode? Whole(YamlScalar scalar, BigInteger least, BigInteger most)
    {
        if (CoreScalar.KindOf(scalar) != CoreScalarKind.Integer)
        {
            throw Wrong(scalar, "a whole number");
        }

        var value = CoreScalar.Whole(scalar.Text);

        return value >= least && value <= most
            ? JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))
            : throw new SettingFormatException(scalar, $"{Shown(scalar)} must be a whole number from {least} to {most}");
    }

    private static JsonNode? Number(YamlScalar scalar, string type)
    {
        if (CoreScalar.Finite(scalar) is not { } value)
        {
            throw Wrong(scalar, "a finite number");
        }

        if (type == "double")
        {
            return value;
        }

        if (type == "float")
        {
            return float.IsFinite((float)value) ? (float)value : throw Wrong(scalar, "a number within the range of 'float'");
        }

        // The text, not the double: a decimal is there for the digits that a double has not.
        return CoreScalar.KindOf(scalar) == CoreScalarKind.Integer && CoreScalar.Whole(scalar.Text) is var whole && BigInteger.Abs(whole) <= (BigInteger)decimal.MaxValue ? (decimal)whole
            : decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
            : throw Wrong(scalar, "a number within the range of 'decimal'");
    }

    private static JsonNode? Duration(YamlScalar scalar)
    {
        var text = scalar.Text;
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var exact) && text.Contains(':', StringComparison.Ordinal))
        {
            return exact.ToString("c");
        }

        var letters = text.TrimStart([.. "0123456789."]);
        var seconds = letters switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, _ => double.NaN };
        var isNumber = double.TryParse(text.AsSpan(0, text.Length - letters.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);

        return isNumber && number * seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(number * seconds).ToString("c")
            : throw Wrong(scalar, "a time, such as 500ms, 10s, 2m, 1h or 00:00:10");
    }

    private JsonNode? Choice(YamlScalar scalar) =>
        choices is null ? scalar.Text
        : choices.FirstOrDefault(c => c.Equals(scalar.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingFormatException(scalar, $"{Shown(scalar)} must be one of {string.Join(", ", choices)}{(Suggestion.For(scalar.Text, choices) is { } near ? $", perhaps '{near}'" : "")}");

    private static SettingFormatException Wrong(YamlScalar scalar, string right)
    {
        // In quotes it is a text, however much it looks like the right thing.
        var isQuotes = scalar.IsQuoted && CoreScalar.KindOf(scalar.Text) is not (CoreScalarKind.Text or CoreScalarKind.Null);
        var hint = right == "true or false" && scalar.Text.ToUpperInvariant() is "YES" or "ON" or "NO" or "OFF" ? $"; in YAML 1.2 '{scalar.Text}' is a text" : "";

        return new(scalar, $"{Shown(scalar)} must be {right}{(isQuotes ? ", without quotes" : "")}{hint}");
    }

    private static string Shown(YamlNode node) => YamlText.Of(node) is { Length: <= 60 } text ? text.StartsWith('"') ? text : $"'{text}'" : "the value";
}
