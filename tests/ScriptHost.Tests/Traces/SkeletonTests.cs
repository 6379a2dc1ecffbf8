using System.Text;
using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>Traces that are like those before them are read by their skeletons: to the same end, or the same fault, as without any before.</summary>
public sealed class SkeletonTests
{
    private static readonly string[] Texts =
    [
        TraceTexts.V3, TraceTexts.V2, TraceTexts.DataOnly, TraceTexts.DataBeforeInfo, TraceTexts.SearchTracesRow, TraceTexts.PlainAttributes, TraceTexts.TimesAsStrings, TraceTexts.RepeatedKey,
        TraceTexts.TwoRoots, TraceTexts.NoSpans, TraceTexts.BareStatusCodes, TraceTexts.V3Indented, TraceTexts.ChildrenFirst,
        TraceTexts.V3.Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal),
    ];

    private static readonly string[] Values =
    [
        "\"\"", "\"text\"", $"\"{new string('a', 70)}\"", "\"a\\\"b\\\\\"", "\"{[,:]}\"", "\"\\u0022x\\u0022\"", "\"ü東\"", "0", "12", "-1.5e3", "1234567890123456789", "null", "true", "false",
        "{}", "[]", "{\"a\":1}", "[\"a\",{\"b\":2}]", "{\"code\":\"OK\"}",
    ];

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void What_is_found_in_a_trace_does_not_depend_on_those_before_it(int seed, bool isWhole)
    {
        var (random, mutations) = (new Random(seed), new RandomJson(seed));
        var index = new TraceIndex(isWhole);
        var refused = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var text = Encoding.UTF8.GetBytes(Texts[i / 8 % Texts.Length]);
            var json = random.Next(6) switch
            {
                < 2 => text,
                < 5 => Revalued(text, random),
                _ => mutations.Mutation(text),
            };
            var expected = Found(json, new TraceIndex(isWhole));
            refused += expected.StartsWith("at ", StringComparison.Ordinal) ? 1 : 0;

            Found(json, index).ShouldBe(expected, Encoding.Latin1.GetString(json));
        }

        refused.ShouldBeInRange(500, 5_000);
    }

    [Fact]
    public void A_stretch_with_other_values_is_read_where_one_of_another_form_is_not()
    {
        var skeletons = new Skeletons();
        for (var i = 0; i < 40; i++)
        {
            Read(skeletons, $$"""{"a":"x{{i}}","b": {{i}}.5,"c":null,"d":{"e":"{\"f\":{{i}}}"} }""");
        }

        Read(skeletons, """{"a":"","b": -7,"c":null,"d":{"e":"12"} }""").ShouldBe("\"\" -7 null {\"e\":\"12\"}");
        Read(skeletons, """{"a":"","b": -7,"c":null,"d":{} }""").ShouldBe("\"\" -7 null {}");
        Read(skeletons, """{"a":"","b": -7,"c":null,"d":{"f":[1,{"e":null}]} }""").ShouldBe("\"\" -7 null {\"f\":[1,{\"e\":null}]}");

        Read(skeletons, """{"a":"","b": -7,"c":null,"d":{"f":} }""").ShouldBeNull();
        Read(skeletons, """{"a":"","b": -7,"c":null,"d":[1] }""").ShouldBeNull();
        Read(skeletons, """{"a":"","b": -7,"c":true,"d":{"e":"12"} }""").ShouldBeNull();
        Read(skeletons, """{"a":"","b": "7","c":null,"d":{"e":"12"} }""").ShouldBeNull();
        Read(skeletons, """{"a":"","b":-7,"c":null,"d":{"e":"12"} }""").ShouldBeNull();
        Read(skeletons, """{"b": -7,"a":"","c":null,"d":{"e":"12"} }""").ShouldBeNull();
        Read(skeletons, """{"a":"","b": -7,"c":null,"d":{"e":"12"}""").ShouldBeNull();
    }

    // What is found in the members; null when the skeletons did not read it, but learnt it.
    private static string? Read(Skeletons skeletons, string text)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var index = new StructuralIndex();
        index.Read(json);
        var ranges = new JsonRange[5];
        var place = default(JsonPlace);
        skeletons.Begin();
        if (skeletons.TryRead(json, index, ref place, ranges))
        {
            place.ShouldBe(new JsonPlace(json.Length, 0));

            return string.Join(' ', ranges[..^1].Select(r => text.Substring(r.Start, r.Length)));
        }

        var walk = new JsonWalk(json, index) { Passed = [] };
        walk.Peek();
        walk.Enter();
        for (var slot = 0; walk.NextMember(out _); slot++)
        {
            ranges[slot] = walk.Value();
        }

        if (walk.End())
        {
            skeletons.Learn(json, index, from: 0, walk.At, walk.Passed, ranges);
        }

        return null;
    }

    private static string Found(byte[] json, TraceIndex index)
    {
        var found = new StringBuilder();
        try
        {
            var trace = MlflowTrace.Parse((byte[])json.Clone(), index);
            Tell();
            _ = trace.Spans;
            Tell();
        }
        catch (TraceFormatException fault)
        {
            return $"at {fault.Offset}: {fault.Message}";
        }

        return found.ToString();

        void Tell()
        {
            found.AppendJoin(' ', index.Ranges[..^1].ToArray()).Append(index.HasSpans).Append(index.Unread).AppendLine();
            foreach (ref var span in index.Spans)
            {
                found.AppendJoin(' ', span.Ranges[..^1].ToArray()).Append(span.IsRoot).Append(span.SeenTimes).AppendLine();
            }
        }
    }

    // With a few of its texts, numbers and literals replaced.
    private static byte[] Revalued(byte[] json, Random random)
    {
        var written = new List<byte>();
        var from = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            var isScalar = reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False;
            if (isScalar && random.Next(12) == 0)
            {
                written.AddRange(json[from..(int)reader.TokenStartIndex]);
                written.AddRange(Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
                from = (int)reader.BytesConsumed;
            }
        }

        return [.. written, .. json[from..]];
    }
}
