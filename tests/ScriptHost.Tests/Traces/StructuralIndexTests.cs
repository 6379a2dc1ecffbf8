using System.Text;
using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>What can be wrong within strings, wherever in a block of 64 bytes it stands.</summary>
public sealed class StructuralIndexTests
{
    [Theory]
    [InlineData("\\u00e9", true)]
    [InlineData("\\uABcd", true)]
    [InlineData("\\u00g9", false)]
    [InlineData("\\u00e", false)]
    [InlineData("\\u", false)]
    [InlineData("\\u\\u0000", false)]
    [InlineData("\\u/:@G", false)]
    [InlineData("\\u`g09", false)]
    [InlineData("\\n\\t\\r\\b\\f\\/\\\\\\\"", true)]
    [InlineData("\\\\u12", true)]
    [InlineData("\\x", false)]
    [InlineData("\\é", false)]
    [InlineData("\\N", false)]
    [InlineData("é", true)]
    public void Escapes_are_JSON_or_not_at_every_place(string text, bool isJson)
    {
        for (var before = 0; before < 130; before++)
        {
            var json = Encoding.UTF8.GetBytes($"\"{new string('a', before)}{text}\"");
            IsJson(json).ShouldBe(isJson);
            foreach (var index in Read(json))
            {
                JsonWalk.IsJson(json, index).ShouldBe(isJson, $"behind {before}");
            }
        }
    }

    [Theory]
    [InlineData("\\ud83d", true)]
    [InlineData("\\uDC4D", true)]
    [InlineData("\\u0d83", false)]
    [InlineData("\\\\ud83d", false)]
    [InlineData("\\u00e9d", false)]
    public void Surrogates_are_seen_at_every_place(string text, bool isSurrogate)
    {
        for (var before = 0; before < 130; before++)
        {
            foreach (var index in Read(Encoding.UTF8.GetBytes($"\"{new string('a', before)}{text}\"")))
            {
                index.HasSurrogates.ShouldBe(isSurrogate, $"behind {before}");
            }
        }
    }

    [Theory]
    [InlineData("é")]
    [InlineData("東")]
    [InlineData("\U0001F600")]
    public void Bytes_are_UTF8_or_not_at_every_place(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 130; before++)
        {
            byte[] whole = [.. new byte[before], .. bytes, .. new byte[70]];
            foreach (var index in Read(whole))
            {
                index.IsUtf8.ShouldBeTrue($"behind {before}");
            }

            byte[] cut = [.. new byte[before], .. bytes[..^1], .. new byte[70]];
            foreach (var index in (StructuralIndex[])[.. Read(cut), .. Read(cut[..(before + bytes.Length - 1)])])
            {
                index.IsUtf8.ShouldBeFalse($"behind {before}");
            }
        }
    }

    private static StructuralIndex[] Read(byte[] json)
    {
        StructuralIndex[] indexes = [new(isVectorised: true), new(isVectorised: false)];
        Array.ForEach(indexes, i => i.Read(json));

        return indexes;
    }

    private static bool IsJson(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return reader.Read() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
