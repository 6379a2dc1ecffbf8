using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>What is told of an attribute without making its value is what its value says.</summary>
public sealed class AttributeTextTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Raw =>
    [
        "", "null", "true", "false", "0", "0.0", "-0", "5", "{}", "[]", "[ ]", "{\"a\": 1}",
        .. ((string[])
        [
            "", " ", "null", " null ", "nullx", "none", "true", "false", "0", "12", "-", "text", "[1, 2]", "{\"a\": \"\\u00e9 \\/ \\n\"}", "[", "{\"a\" 1}", "\"text\"", " \"a\\\"b\" ", "\"open",
            "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "{\"\\ud83d\": 1}", "\"é\\u00e9東\"", "\"\\q\"", "\"a\tb\"", "ünï", "\u007f", "\U0001F600", "\"\"", "\n",
        ]).SelectMany(t => (string[])[JsonSerializer.Serialize(t), JsonSerializer.Serialize(t, Relaxed)]).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Raw))]
    public void Its_text_is_that_of_its_value(string raw)
    {
        var json = new JsonText(Encoding.UTF8.GetBytes(raw));
        var value = AttributeText.Decode(json);

        AttributeText.Text(json).ShouldBe(value.ToText());
        AttributeText.IsNothing(json).ShouldBe(value.IsNothing);
    }

    [Fact]
    public void A_text_of_any_length_is_read()
    {
        var text = new string('é', 400_000);
        var json = new JsonText(JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Serialize(text)));

        AttributeText.Text(json).ShouldBe(text);
    }
}
