using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>Writes values as YAML in flow style, which fits on the rest of a line.</summary>
internal static partial class YamlText
{
    /// <summary>A text; in quotes only when it would be read as something else without.</summary>
    public static string Of(string text) => Plain().IsMatch(text) && CoreScalar.KindOf(text) == CoreScalarKind.Text ? text : Quoted(text);

    /// <summary>A number, as short as it can be read back.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A list of texts.</summary>
    public static string Of(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>Any value.</summary>
    public static string Of(YamlNode node) => node switch
    {
        YamlScalar scalar when CoreScalar.KindOf(scalar) != CoreScalarKind.Text => scalar.Text,
        YamlScalar scalar => Of(scalar.Text),
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Of))}]",
        YamlMapping { Entries.Count: 0 } => "{}",
        YamlMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(e => $"{Of(e.Key.Text)}: {Of(e.Value)}"))} }}",
        _ => throw new ArgumentException("A node of no known kind.", nameof(node)),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => quoted.Append('\\').Append(rune),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when IsShown(rune) => quoted.Append(rune),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Separators end lines in YAML 1.1; a mark that turns the writing direction must not hide in a file.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    // A colon within a word is harmless, but one at the end would make a key.
    [GeneratedRegex(@"^[A-Za-z0-9_](?:[A-Za-z0-9_./-]|:(?=[A-Za-z0-9_./-]))*\z")]
    private static partial Regex Plain();
}
