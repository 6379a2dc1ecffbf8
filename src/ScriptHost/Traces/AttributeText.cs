using System.Text;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>
/// Decodes a span attribute, which MLflow writes as a JSON text inside a JSON string, by MLflow's rule
/// (<c>mlflow/entities/span.py</c>): nothing or something empty (null, "", 0, false, []) is no value; a text that is JSON is that JSON, so that
/// <c>123</c> is a number; any other text is itself; and what is no text is itself.
/// </summary>
internal static class AttributeText
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonText.MaxDepth };

    /// <summary>The value.</summary>
    /// <param name="raw">The attribute as it stands in the trace.</param>
    public static JsonText Decode(JsonText raw)
    {
        var reader = new Utf8JsonReader(raw.Utf8.Span, Options);
        if (raw.IsAbsent || !reader.Read())
        {
            return default;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return DecodeText(ref reader);
            case JsonTokenType.Null or JsonTokenType.False:
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && number == 0:
                return default;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                var opening = reader.TokenType;

                return reader.Read() && reader.TokenType == (opening == JsonTokenType.StartArray ? JsonTokenType.EndArray : JsonTokenType.EndObject)
                    ? default
                    : raw;
            default:
                return raw;
        }
    }

    private static JsonText DecodeText(ref Utf8JsonReader reader)
    {
        var bytes = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(bytes);
        if (length == 0)
        {
            return default;
        }

        // The inner text has escapes of its own.
        LoneSurrogates.Replace(bytes.AsSpan(0, length));
        var text = bytes.AsMemory(0, length);

        return IsJson(text.Span) ? new(text) : new(JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(text.Span)));
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        // Most texts that are no JSON begin like none: an exception for each would be dear.
        if (text.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[' or (byte)'"' or (byte)'t' or (byte)'f' or (byte)'n' or (byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..])
        {
            return false;
        }

        var reader = new Utf8JsonReader(text, Options);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
