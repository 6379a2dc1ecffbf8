using System.Text;
using System.Text.Json;

namespace ScriptHost.Contract;

/// <summary>Texts of JSON strings in UTF-16: those that the reader of .NET takes, and the characters that it gives, however long the steps are.</summary>
public sealed class StringTextTests
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "a", "word ", "a text of more than sixteen letters", "and one that is longer than a whole step of thirty-two", "\\n", "\\\\", "\\\"", "\\/", "\\b\\f\\t\\r", "\\u0041", "\\u00fc", "\\u0000",
            "\\u6771\\u4EAC", "\\ud83d\\udc4d", "ü", "Straße", "東京", "\U0001F600", "\u007f",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Wrong =
    [
        .. new[] { "\"", "\n", "\0", "\\", "\\x", "\\u12", "\\u12g4", "\\ud83", "\\U0041" }.Select(Encoding.UTF8.GetBytes),
    ];

    // Such as Python writes half a pair; and bytes that are no UTF-8. No part of JSON's grammar, so that the reader takes them.
    private static readonly byte[][] Halves =
    [
        .. new[] { "\\ud83d", "\\udc4d", "\\udc4d\\ud83d", "\\ud83d\\u0041", "\\ud83d\\n" }.Select(Encoding.UTF8.GetBytes), [0xC3], [0xA9], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0xAF], [0xFF],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_valid_string_reads_as_the_reader_of_NET_has_it(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++)
        {
            var json = Joined(random, Pieces);
            var reader = new Utf8JsonReader([(byte)'"', .. json, (byte)'"']);
            reader.Read();

            Read(json, expected: true).ShouldBe(reader.GetString());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_wrong_is_replaced_as_in_UTF_8_and_told_where_it_can_stand_in_no_string(int seed)
    {
        var random = new Random(seed);
        var valid = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var json = Joined(random, [.. Pieces, .. Halves, .. i % 2 == 0 ? Wrong : []]);
            var isString = IsString([(byte)'"', .. json, (byte)'"']);
            valid += isString ? 1 : 0;

            // A backslash that is wrong becomes three bytes.
            var utf8 = new byte[3 * json.Length];
            Read(json, isString).ShouldBe(Encoding.UTF8.GetString(utf8, 0, EscapeDecoder.Decode(json, utf8)), Encoding.Latin1.GetString(json));
        }

        valid.ShouldBeInRange(1_000, 3_900);
    }

    [Theory]
    [InlineData("", true, "")]
    [InlineData("\\ud83d", true, "\uFFFD")]
    [InlineData("\\ud83d\\ud83d\\udc4d", true, "\uFFFD\U0001F44D")]
    [InlineData("a\"b", false, "a\"b")]
    [InlineData("a\tb", false, "a\tb")]
    [InlineData("a\\", false, "a\uFFFD")]
    [InlineData("\\q", false, "\uFFFDq")]
    public void An_odd_string_reads_so(string json, bool isString, string text) => Read(Encoding.UTF8.GetBytes(json), isString).ShouldBe(text);

    private static string Read(byte[] json, bool expected)
    {
        StringText.TryRead(json, out var text).ShouldBe(expected, Encoding.Latin1.GetString(json));
        foreach (var isVectorised in new[] { true, false })
        {
            var characters = new char[json.Length];

            StringText.TryDecode(json, characters, isVectorised, out var length).ShouldBe(expected);
            new string(characters, 0, length).ShouldBe(text);
        }

        return text;
    }

    private static byte[] Joined(Random random, byte[][] pieces) =>
        [.. Enumerable.Range(0, random.Next(8)).SelectMany(_ => pieces[random.Next(pieces.Length)])];

    private static bool IsString(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);

            return reader.Read() && reader.TokenType == JsonTokenType.String && reader.BytesConsumed == json.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
