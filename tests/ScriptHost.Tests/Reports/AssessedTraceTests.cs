using System.Text;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Reports;

public sealed class AssessedTraceTests
{
    [Theory]
    [InlineData("""{"info":{"trace_id":"tr-1","assessments":[{"a":1}]},"data":{}}""", """{"info":{"trace_id":"tr-1","assessments":[{"a":1},{"new":1},{"new":2}]},"data":{}}""")]
    [InlineData("""{"info":{"assessments":[]},"data":{}}""", """{"info":{"assessments":[{"new":1},{"new":2}]},"data":{}}""")]
    [InlineData("""{"info":{"assessments":[ ]},"data":{}}""", """{"info":{"assessments":[ {"new":1},{"new":2}]},"data":{}}""")]
    [InlineData("""{"info":{"assessments":null,"x":1},"data":{}}""", """{"info":{"assessments":[{"new":1},{"new":2}],"x":1},"data":{}}""")]
    [InlineData("""{"info":{"x":1},"data":{}}""", """{"info":{"x":1,"assessments":[{"new":1},{"new":2}]},"data":{}}""")]
    [InlineData("""{"info":{},"data":{}}""", """{"info":{"assessments":[{"new":1},{"new":2}]},"data":{}}""")]
    [InlineData("""{"data":{"assessments":1},"info":{"tags":{"assessments":"2"}}}""", """{"data":{"assessments":1},"info":{"tags":{"assessments":"2"},"assessments":[{"new":1},{"new":2}]}}""")]
    public void New_assessments_come_after_those_in_the_file(string json, string expected) =>
        Written(json, """{"new":1}""", """{"new":2}""").ShouldBe(expected + "\n");

    [Fact]
    public void A_trace_without_new_assessments_stays_as_it_was() =>
        Written("""{"info":{"assessments":null},"data":{}}""").ShouldBe("""{"info":{"assessments":null},"data":{}}""" + "\n");

    [Fact]
    public void An_indented_trace_comes_out_on_one_line_and_no_value_changes() =>
        Written("{\r\n \"info\": {\n \"x\": 1795301573676371001,\n \"y\": 1.10, \"z\": \"\\u00e4\\n\\ud83d\" } }", """{"new":1}""")
            .ShouldBe("""{ "info": { "x": 1795301573676371001, "y": 1.10, "z": "\u00e4\n\ud83d" ,"assessments":[{"new":1}]} }""" + "\n");

    [Fact]
    public void A_trace_that_is_only_data_gets_an_info() =>
        Written("""{"spans":[{"name":"root"}],"request":"x"}""", """{"new":1}""").ShouldMatchApproved();

    [Fact]
    public void A_row_of_search_traces_gives_the_trace_that_it_holds_as_text() =>
        Written("""{"trace_id":"tr-1","trace":"{\"info\":{\"x\":\"ä\"},\"data\":{}}","state":"OK"}""", """{"new":1}""")
            .ShouldBe("""{"info":{"x":"ä","assessments":[{"new":1}]},"data":{}}""" + "\n");

    [Fact]
    public void A_row_of_search_traces_without_that_text_gives_its_spans_and_assessments()
    {
        var written = Written("""{"trace_id":"tr-1","request":"x","spans":[{"name":"root"}],"assessments":[{"a":1}]}""", """{"new":1}""");

        written.ShouldContain("\"assessments\":[{\"a\":1},{\"new\":1}]");
        written.ShouldEndWith(""","data":{"spans":[{"name":"root"}]}}""" + "\n");
    }

    private static string Written(string json, params IEnumerable<string> assessments)
    {
        var trace = new FilterTrace();
        var document = new TraceDocument { Path = "a.jsonl", Line = 1, Offset = 0, Json = Encoding.UTF8.GetBytes(json) };
        var stream = new MemoryStream();

        AssessedTrace.Write(stream, document, trace, [.. assessments.Select(a => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(a))]);

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
