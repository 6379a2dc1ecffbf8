using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Reports;

/// <summary>How reports write JSON.</summary>
internal static class JsonFormat
{
    /// <summary>On one line; letters of all languages as they are.</summary>
    public static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth };

    /// <summary>For people too: indented by two.</summary>
    public static readonly JsonWriterOptions Pretty =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n", MaxDepth = JsonText.MaxDepth };

    /// <summary>Writes a number; null when there is none, and for what overflowed, since JSON has no infinity.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A moment in RFC 3339, UTC, to the millisecond, as MLflow writes it.</summary>
    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
