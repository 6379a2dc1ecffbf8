using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>
/// Compact JSON in which only what must be escaped is: quotation marks, backslashes and control characters. The most relaxed encoder of
/// .NET still escapes emoji and private characters, so that a scorer would not find in <c>string outputs</c> what the trace says.
/// </summary>
internal static class PlainJson
{
    private const int EscapeLength = 6;

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth };

    /// <summary>The node as text.</summary>
    public static string Of(JsonNode node) => Of(node.ToJsonString(Relaxed));

    /// <summary>The same JSON with what need not be escaped as it is.</summary>
    /// <param name="json">Valid JSON without lone surrogates.</param>
    public static string Of(string json)
    {
        var at = json.IndexOf("\\u", StringComparison.Ordinal);
        if (at < 0)
        {
            return json;
        }

        var plain = new StringBuilder(json.Length);
        var done = 0;
        for (at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = json.IndexOf('\\', at))
        {
            if (json[at + 1] != 'u')
            {
                at += 2;
                continue;
            }

            var unit = (char)int.Parse(json.AsSpan(at + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (unit >= 0x7F)
            {
                plain.Append(json, done, at - done).Append(unit);
                done = at + EscapeLength;
            }
            else
            {
                // As Python writes control characters.
                plain.Append(json, done, at - done).Append("\\u00").Append(Convert.ToHexStringLower([(byte)unit]));
                done = at + EscapeLength;
            }

            at += EscapeLength;
        }

        return plain.Append(json, done, json.Length - done).ToString();
    }
}
