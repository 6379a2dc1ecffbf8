using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>
/// One JSON value as UTF-8 text, read anew by whoever wants nodes, so that no scorer can change what another one sees. Valid JSON,
/// without lone surrogates, or absent.
/// </summary>
/// <param name="Utf8">The text; empty when the value is absent.</param>
internal readonly record struct JsonText(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>How deep values may be nested.</summary>
    public const int MaxDepth = 1000;

    private static readonly JsonDocumentOptions Unique = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions Repeating = new() { MaxDepth = MaxDepth };

    private static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, SkipValidation = true };

    /// <summary>Whether there is no value, which is not the same as a JSON null.</summary>
    public bool IsAbsent => Utf8.IsEmpty;

    /// <summary>Whether there is no value, or a JSON null.</summary>
    public bool IsNothing => IsAbsent || First == (byte)'n';

    /// <summary>Whether the value is a JSON string.</summary>
    public bool IsString => First == (byte)'"';

    /// <summary>Whether the value is an object or a list.</summary>
    public bool IsContainer => First is (byte)'{' or (byte)'[';

    private byte First => Utf8.Span is [> (byte)' ' and var at, ..] ? at : Utf8.Span.TrimStart(" \t\r\n"u8) is [var first, ..] ? first : (byte)0;

    /// <summary>New nodes of the value; null when it is absent or a JSON null. Of repeated keys the last one counts.</summary>
    public JsonNode? ToNode()
    {
        if (IsNothing)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(Utf8.Span, documentOptions: Unique);
        }
        catch (JsonException)
        {
            // A repeated key: JsonNode refuses it, so the nodes are built by hand. Utf8 is valid JSON, nothing else can be wrong.
            using var document = JsonDocument.Parse(Utf8, Repeating);

            return Build(document.RootElement);
        }
    }

    /// <summary>The value, which is there, as a document in which no key is repeated: the last one counts.</summary>
    /// <param name="isAsWritten">Whether it is the value as it is written here, since no key was repeated.</param>
    public JsonDocument ToDocument(out bool isAsWritten)
    {
        try
        {
            isAsWritten = true;

            return JsonDocument.Parse(Utf8, Unique);
        }
        catch (JsonException)
        {
            isAsWritten = false;

            return JsonDocument.Parse(ToNode() is { } node ? PlainJson.Of(node) : "null", Repeating);
        }
    }

    /// <summary>The value as an element that owns its memory.</summary>
    public JsonElement ToElement()
    {
        using var document = JsonDocument.Parse(Utf8, Repeating);

        return document.RootElement.Clone();
    }

    /// <summary>The text of a JSON string, any other value as compact JSON; null when it is absent or a JSON null.</summary>
    public string? ToText()
    {
        if (IsNothing)
        {
            return null;
        }

        return IsString ? StringText.Of(Utf8.Span.Trim(" \t\r\n"u8)) : CompactJson.Of(Utf8.Span) ?? Rewritten(Utf8);
    }

    /// <summary>The text of a JSON string, any other value as compact JSON in which no key is repeated; null when it is absent or a JSON null.</summary>
    public string? ToPlain() => IsString ? ToText() : ToNode() is { } node ? PlainJson.Of(node) : null;

    /// <summary>What a JSON string says, in UTF-8; where that is JSON, without lone surrogates of its own.</summary>
    public byte[] ToDecoded()
    {
        var decoded = EscapeDecoder.Decode(Utf8.Span.Trim(" \t\r\n"u8)[1..^1]);
        LoneSurrogates.Replace(decoded);

        return decoded;
    }

    /// <summary>The same as <see cref="ToText"/> of a text that is in memory of somebody else's.</summary>
    /// <param name="utf8">Valid JSON, without lone surrogates.</param>
    internal static string? TextOf(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.Trim(" \t\r\n"u8);

        return utf8[0] switch
        {
            (byte)'n' => null,
            (byte)'"' => StringText.Of(utf8),
            _ => CompactJson.Of(utf8) ?? Rewritten(utf8.ToArray()),
        };
    }

    private static string Rewritten(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Repeating);
        var buffer = new ArrayBufferWriter<byte>(utf8.Length);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            document.RootElement.WriteTo(writer);
        }

        return PlainJson.Of(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static JsonNode? Build(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var property in element.EnumerateObject())
                {
                    members[property.Name] = Build(property.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Build)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
