using System.Buffers.Text;
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
    // Not to be made for each attribute; reading one never leads to reading another.
    [ThreadStatic]
    private static StructuralIndex? structure;

    [ThreadStatic]
    private static Scratch<byte>? scratch;

    /// <summary>The value.</summary>
    /// <param name="raw">The attribute as it stands in the trace.</param>
    public static JsonText Decode(JsonText raw) => (raw.IsAbsent ? 0 : raw.Utf8.Span[0]) switch
    {
        0 or (byte)'n' or (byte)'f' => default,
        (byte)'"' => DecodeText(raw.Utf8.Span[1..^1]),
        (byte)'t' => raw,
        (byte)'{' or (byte)'[' => raw.Utf8.Span[1..^1].Trim(" \t\r\n"u8).IsEmpty ? default : raw,
        _ => IsZero(raw.Utf8.Span) ? default : raw,
    };

    /// <summary>The text of the value (<see cref="JsonText.ToText"/>), without making the value.</summary>
    /// <param name="raw">The attribute as it stands in the trace.</param>
    public static string? Text(JsonText raw)
    {
        if (raw.IsAbsent || raw.Utf8.Span[0] != '"')
        {
            return Decode(raw).ToText();
        }

        // A text in a text, nearly always: whether it is one is seen while it is read.
        var text = Decoded(raw.Utf8.Span[1..^1]);
        if (text is [(byte)'"', .., (byte)'"'] && StringText.TryRead(text[1..^1], out var inner))
        {
            return inner;
        }

        return text.IsEmpty ? null : IsJson(text) ? JsonText.TextOf(text) : Encoding.UTF8.GetString(text);
    }

    /// <summary>Whether there is no value, or a JSON null.</summary>
    /// <param name="raw">The attribute as it stands in the trace.</param>
    public static bool IsNothing(JsonText raw)
    {
        // An object, a list or a text within the JSON text: most values are one of these.
        var isSeen = raw.Utf8.Span is [(byte)'"', (byte)'{' or (byte)'[', ..] or [(byte)'"', (byte)'\\', (byte)'"', ..]
            || raw.Utf8.Span.StartsWith("\"\\u0022"u8);

        return !isSeen && Decode(raw).IsNothing;
    }

    private static bool IsZero(ReadOnlySpan<byte> number) => Utf8Parser.TryParse(number, out double value, out _) && value == 0;

    private static JsonText DecodeText(ReadOnlySpan<byte> text)
    {
        var bytes = Decoded(text);
        if (bytes.IsEmpty)
        {
            return default;
        }

        return new(IsJson(bytes) ? bytes.ToArray() : JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(bytes)));
    }

    // Good until the next one is decoded.
    private static Span<byte> Decoded(ReadOnlySpan<byte> text)
    {
        var memory = (scratch ??= new()).Of(text.Length);

        return memory[..EscapeDecoder.Decode(text, memory)];
    }

    private static bool IsJson(Span<byte> text)
    {
        // Most texts that are no JSON begin like none.
        if (text.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[' or (byte)'"' or (byte)'t' or (byte)'f' or (byte)'n' or (byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..])
        {
            return false;
        }

        var index = structure ??= new();
        index.Read(text);
        if (!JsonWalk.IsJson(text, index))
        {
            return false;
        }

        // The inner text has escapes of its own.
        if (index.HasSurrogates)
        {
            LoneSurrogates.Replace(text);
        }

        return true;
    }
}
