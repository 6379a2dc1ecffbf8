using System.Text;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>The walk over the structural index, held against the reader of .NET: the same tokens, or both refuse.</summary>
public sealed class JsonWalkTests
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonText.MaxDepth };

    public static TheoryData<string> Awkward =>
    [
        "", " ", "{", "}", "[", "]", "[]", "{}", "\"", "\"\"", "\"a", "\"\\", "\"\\\"", "\"\\\\\"", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\" 1}",
        "{1:2}", "01", "-", "-0", "1.", ".5", "1e", "1e+", "1e5", "+1", "1x", "1]", "tru", "true1", "truefalse", "nulll", "[true,false,null]", "\uFEFF{}", "{}{}", "{} x", "[1}", "{\"a\":1]",
        "\"\\u12\"", "\"\\u123g\"", "\"\\q\"", "\"a\tb\"", "[\"a\nb\"]", "\"\u007f\"", "{\"a\":\"b\"}\r\n", "\t[\r\n]", "\u00a0[]", "\"\\ud83d\"", "[\"\\\\\",\"\\\\\\\"\"]",
        $"\"{new string('a', 61)}\\\"\"", $"\"{new string('a', 62)}\\\"\"", $"\"{new string('a', 63)}\\\"\"", $"\"{new string('\\', 64)}\"", $"\"{new string('\\', 65)}\"", $"\"{new string('\\', 63)}\"\"",
        $"\"{new string('a', 60)}\\u00e9\"", $"\"{new string('a', 59)}\\u00e\"", $"{new string(' ', 64)}[]", $"[{new string(' ', 63)}\"\"]", $"\"{new string('a', 63)}", $"\"{new string('a', 62)}\"",
    ];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void What_is_awkward_reads_as_the_reader_of_NET_has_it(string json)
    {
        Compare(Encoding.UTF8.GetBytes(json));
        Compare([.. Encoding.UTF8.GetBytes(json), 0]);
    }

    [Theory]
    [InlineData(JsonText.MaxDepth)]
    [InlineData(JsonText.MaxDepth + 1)]
    public void Nesting_ends_where_that_of_the_reader_ends(int depth)
    {
        Compare(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)));
        Compare(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_documents_and_their_mutations_read_as_the_reader_of_NET_has_them(int seed)
    {
        var random = new RandomJson(seed);
        var accepted = 0;
        for (var i = 0; i < 1_500; i++)
        {
            var document = random.Document();

            Compare(document).ShouldBeTrue();

            for (var j = 0; j < 4; j++)
            {
                accepted += Compare(random.Mutation(document)) ? 1 : 0;
            }
        }

        // Both kinds must be there for this to say something.
        accepted.ShouldBeInRange(300, 5_700);
    }

    [Fact]
    public void Every_cut_of_a_trace_is_refused()
    {
        var json = Encoding.UTF8.GetBytes(TraceTexts.V3);
        for (var length = 0; length < json.Length; length++)
        {
            Compare(json[..length]).ShouldBeFalse();
        }

        Compare(json).ShouldBeTrue();
    }

    private static bool Compare(byte[] json)
    {
        var expected = Expected(json);
        Walked(json, isVectorised: true).ShouldBe(expected, Encoding.Latin1.GetString(json));
        Walked(json, isVectorised: false).ShouldBe(expected, Encoding.Latin1.GetString(json));

        return expected is not null;
    }

    // The tokens in order: raw values, names decoded. Null when it is no JSON.
    private static List<string>? Expected(byte[] json)
    {
        var tokens = new List<string>();
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            while (reader.Read())
            {
                var raw = Encoding.Latin1.GetString(reader.ValueSpan);
                tokens.Add(reader.TokenType switch
                {
                    JsonTokenType.PropertyName => "name " + Decoded(ref reader, raw),
                    JsonTokenType.String => $"\"{raw}\" {Decoded(ref reader, raw)}",
                    _ => raw,
                });
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return tokens.Count == 0 ? null : tokens;
    }

    private static string Decoded(ref Utf8JsonReader reader, string raw)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, or bytes that are no UTF-8: what becomes of them is held elsewhere.
            return "undecodable " + raw;
        }
    }

    private static List<string>? Walked(byte[] json, bool isVectorised)
    {
        var index = new StructuralIndex(isVectorised);
        index.Read(json);
        var tokens = new List<string>();
        var walk = new JsonWalk(json, index);
        Walk(ref walk, json, isVectorised, tokens);
        var isJson = walk.End();
        JsonWalk.IsJson(json, index).ShouldBe(isJson);

        return isJson ? tokens : null;
    }

    private static void Walk(ref JsonWalk walk, byte[] json, bool isVectorised, List<string> tokens)
    {
        switch (walk.Peek())
        {
            case (byte)'{':
                tokens.Add("{");
                for (walk.Enter(); walk.NextMember(out var name);)
                {
                    tokens.Add("name " + (IsText(name) ? Encoding.UTF8.GetString(name) : "undecodable " + RawName(json, walk.At)));
                    Walk(ref walk, json, isVectorised, tokens);
                }

                tokens.Add("}");
                break;
            case (byte)'[':
                tokens.Add("[");
                for (walk.Enter(); walk.NextItem();)
                {
                    Walk(ref walk, json, isVectorised, tokens);
                }

                tokens.Add("]");
                break;
            case (byte)'"':
                var range = walk.Value();
                if (!walk.IsBroken)
                {
                    var raw = json.AsSpan(range.Start, range.Length);
                    tokens.Add($"{Encoding.Latin1.GetString(raw)} {Decode(raw[1..^1], isVectorised)}");
                }

                break;
            default:
                var value = walk.Value();
                tokens.Add(walk.IsBroken ? "" : Encoding.Latin1.GetString(json.AsSpan(value.Start, value.Length)));
                break;
        }
    }

    private static string Decode(ReadOnlySpan<byte> text, bool isVectorised)
    {
        var bytes = new byte[text.Length];
        var decoded = bytes.AsSpan(0, EscapeDecoder.Decode(text, bytes, isVectorised));

        return HasLoneSurrogate(text) || !IsText(text) ? "undecodable " + Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(decoded);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> text)
    {
        var copy = text.ToArray();
        LoneSurrogates.Replace(copy);

        return !text.SequenceEqual(copy);
    }

    // The name that ends before the colon before the index.
    private static string RawName(byte[] json, int at)
    {
        var end = json.AsSpan(0, json.AsSpan(0, at).LastIndexOf((byte)':')).LastIndexOf((byte)'"');

        return Encoding.Latin1.GetString(json, json.AsSpan(0, end).LastIndexOf((byte)'"') + 1, end - json.AsSpan(0, end).LastIndexOf((byte)'"') - 1);
    }
}
