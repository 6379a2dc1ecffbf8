using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Where a JSON value stands in a document's bytes; empty when there is none.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct JsonRange(int Start, int Length)
{
    /// <summary>Whether there is no value.</summary>
    public bool IsAbsent => Length == 0;

    /// <summary>The value.</summary>
    public JsonText In(ReadOnlyMemory<byte> json) => new(json.Slice(Start, Length));

    /// <summary>The text of a JSON string, other values as JSON; null for a JSON null and when there is none.</summary>
    public string? Text(ReadOnlyMemory<byte> json) =>
        Length > 1 && json.Span[Start] == '"' ? StringText.Of(json.Span.Slice(Start, Length)) : In(json).ToText();

    /// <summary>What stands between the quotes of a JSON string, escapes as they are; empty for any other value.</summary>
    public ReadOnlySpan<byte> Quoted(ReadOnlySpan<byte> json) => Length > 1 && json[Start] == '"' ? json.Slice(Start + 1, Length - 2) : default;

    /// <summary>Whether there is no value, a JSON null, or an empty text.</summary>
    public bool IsBlank(ReadOnlySpan<byte> json) => Length == 0 || (Length == 2 && json[Start] == '"') || (Length == 4 && json[Start] == 'n');

    /// <summary>Reads a whole number that certainly fits 64 bits, see <see cref="JsonNumber.TryReadPlain"/>; of a value that is JSON. False says nothing.</summary>
    public bool TryReadPlain(ReadOnlySpan<byte> json, out long number) => JsonNumber.TryReadPlain(json.Slice(Start, Length), out number);

    /// <summary>A whole number, or one written in a string; null when there is none, or a JSON null.</summary>
    /// <exception cref="TraceFormatException">It is something else, or does not fit 64 bits.</exception>
    public long? WholeNumber(ReadOnlyMemory<byte> json, string what)
    {
        var text = json.Span.Slice(Start, Length);
        if (JsonNumber.TryReadPlain(text, out var plain))
        {
            return plain;
        }

        if (In(json).IsNothing)
        {
            return null;
        }

        // Times in nanoseconds go beyond 2^53: never through double.
        if (Utf8Parser.TryParse(text, out long number, out var length) && length == Length)
        {
            return number;
        }

        var reader = new Utf8JsonReader(text);
        reader.Read();
        if ((reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number))
            || (reader.TokenType == JsonTokenType.String && long.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out number)))
        {
            return number;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var exact) && exact is > long.MinValue and < long.MaxValue && decimal.IsInteger(exact))
        {
            return (long)exact;
        }

        throw new TraceFormatException(Start, $"expected a whole number of 64 bits as {what}, found {Show(json)}");
    }

    /// <summary>The value, cut to a few characters, for a message.</summary>
    public string Show(ReadOnlyMemory<byte> json)
    {
        var text = System.Text.Encoding.UTF8.GetString(json.Span.Slice(Start, Math.Min(Length, 40)));

        return Length > 40 ? text + "…" : text;
    }
}
