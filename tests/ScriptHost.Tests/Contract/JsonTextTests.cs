using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptHost.Traces;

namespace ScriptHost.Contract;

public sealed class JsonTextTests
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = JsonText.MaxDepth };

    [Fact]
    public void The_text_of_random_values_is_what_the_writer_of_NET_makes_of_them()
    {
        var random = new RandomJson(21);
        var unescaped = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var json = random.Document();
            LoneSurrogates.Replace(json);
            unescaped += json.AsSpan().IndexOf("\\u"u8) < 0 ? 1 : 0;

            new JsonText(json).ToText().ShouldBe(Written(json), Encoding.UTF8.GetString(json));
        }

        // Both ways to the text must be taken.
        unescaped.ShouldBeInRange(1_000, 3_500);
    }

    [Theory]
    [InlineData("""  { "a" : [ 1 , "b c" , { } ] }  """, """{"a":[1,"b c",{}]}""")]
    [InlineData("""{"a": "\"\\\n\t\b\f\r"}""", """{"a":"\"\\\n\t\b\f\r"}""")]
    [InlineData("""{"a": "\u00e9\/\u0001"}""", """{"a":"é/\u0001"}""")]
    [InlineData("""{"é": "😀", "é": 1.50}""", """{"é":"😀","é":1.50}""")]
    [InlineData("\"a \\\"b\\\" \\u00e9\"", "a \"b\" é")]
    [InlineData(" 1e5 ", "1e5")]
    public void The_text_of_a_value_is_compact_and_escapes_what_must_be_only(string json, string expected) =>
        new JsonText(Encoding.UTF8.GetBytes(json)).ToText().ShouldBe(expected);

    private static string? Written(byte[] json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        switch (document.RootElement.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return document.RootElement.GetString();
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth }))
        {
            document.RootElement.WriteTo(writer);
        }

        return PlainJson.Of(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
