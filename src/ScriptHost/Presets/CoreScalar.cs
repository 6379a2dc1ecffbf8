using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>
/// Plain scalars by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), where <c>no</c>, <c>on</c> and <c>1:30</c> are texts.
/// </summary>
internal static partial class CoreScalar
{
    /// <summary>What a scalar is; one in quotes is a text.</summary>
    public static CoreScalarKind KindOf(YamlScalar scalar) => scalar.IsQuoted ? CoreScalarKind.Text : KindOf(scalar.Text);

    /// <summary>What a scalar without quotes is.</summary>
    public static CoreScalarKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => CoreScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => CoreScalarKind.Flag,
        _ when Integer().IsMatch(plain) => CoreScalarKind.Integer,
        _ when Number().IsMatch(plain) => CoreScalarKind.Number,
        _ when NoNumber().IsMatch(plain) => CoreScalarKind.NoNumber,
        _ => CoreScalarKind.Text,
    };

    /// <summary>A flag's value.</summary>
    public static bool Flag(string plain) => plain is "true" or "True" or "TRUE";

    /// <summary>A whole number's value.</summary>
    public static BigInteger Whole(string plain) => plain.AsSpan() switch
    {
        // A leading zero keeps the first digit from being read as a sign.
        ['0', 'x', .. var digits] => BigInteger.Parse($"0{digits}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        ['0', 'o', .. var digits] => Octal(digits),
        _ => BigInteger.Parse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
    };

    /// <summary>A number's value, whole or not; null when it is none, or out of the range of <see cref="double"/>.</summary>
    public static double? Finite(YamlScalar scalar)
    {
        var value = KindOf(scalar) switch
        {
            CoreScalarKind.Integer => (double)Whole(scalar.Text),
            CoreScalarKind.Number => double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => double.NaN,
        };

        return double.IsFinite(value) ? value : null;
    }

    /// <summary>The same scalar, in quotes only when it would mean something else without; the one way to write null.</summary>
    public static YamlScalar Normal(YamlScalar scalar) => KindOf(scalar) == CoreScalarKind.Null
        ? scalar with { Text = "null" }
        : scalar with { IsQuoted = scalar.IsQuoted && KindOf(scalar.Text) != CoreScalarKind.Text };

    private static BigInteger Octal(ReadOnlySpan<char> digits)
    {
        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            value = (value * 8) + (digit - '0');
        }

        return value;
    }

    [GeneratedRegex(@"^(?:[-+]?[0-9]{1,400}|0o[0-7]{1,400}|0x[0-9a-fA-F]{1,400})\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex NoNumber();
}
