using System.Text.Json;

namespace ScriptHost.Contract;

public sealed class DocumentReadingTests
{
    [Theory]
    [InlineData("""[{"page_content":"a","metadata":{"doc_uri":"u","n":1},"id":"i"}]""", "a|u|i|{\"doc_uri\":\"u\",\"n\":1}")]
    [InlineData(""" [ { "page_content" : "a\nb \u00e9" , "metadata" : { } } ] """, "a\nb é|||{}")]
    [InlineData("""[{"page_content":"a"},7,null,[{"page_content":"no"}],{"page_content":"b"}]""", "a|||;b|||")]
    [InlineData("""[{}]""", "|||")]
    [InlineData("""[{"page_content":null,"id":null}]""", "|||")]
    [InlineData("""[{"page_content":{"a": [1, 2.50, "ü😀"]},"metadata":{"doc_uri":12.0},"id":true}]""", "{\"a\":[1,2.50,\"ü😀\"]}|12.0|true|{\"doc_uri\":12.0}")]
    [InlineData("""[{"metadata":{"doc_uri":""},"id":1e5}]""", "||1e5|{\"doc_uri\":\"\"}")]
    [InlineData("""[{"page_content":"a"},{"page_content":"b","metadata":null}]""", "")]
    [InlineData("""[{"metadata":["doc_uri"]},{"page_content":"a"}]""", "")]
    [InlineData("""[{"metadata":null,"metadata":{}}]""", "|||{}")]
    [InlineData("""[{"page_content":"a","page_content":"b","metadata":{"doc_uri":"u"},"metadata":{"x":1}}]""", "b|||{\"x\":1}")]
    [InlineData("""[{"metadata":{"doc_uri":"u","doc_uri":"v"}}]""", "|v||{\"doc_uri\":\"v\"}")]
    [InlineData("""[{"metadata":{"doc_uri":"u"},"metadata":3}]""", "")]
    [InlineData("""[{"page_content":{"a":1,"a":2}}]""", "{\"a\":2}|||")]
    [InlineData("""[{"page_c\u006fntent":"a","id":"\u0069"}]""", "a||i|")]
    [InlineData("""[{"more":{"page_content":"deeper"},"page_content":"a"}]""", "a|||")]
    [InlineData("""{"page_content":"a"}""", "")]
    [InlineData("12", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    public void Documents_are_the_objects_of_a_retrievers_list(string outputs, string expected) => Documents(outputs).ShouldBe(expected);

    [Theory]
    [InlineData("""[{"page_content":"a","metadata":{"doc_uri":"u"}}]""", "a|u||{\"doc_uri\":\"u\"}")]
    [InlineData(""" [{"page_content":"a \"b\""}] """, "a \"b\"|||")]
    [InlineData("""[{"page_content":"a","page_content":"b"}]""", "b|||")]
    [InlineData("""[{"\ud83d":1,"page_content":"a \ud83d"}]""", "a \ufffd|||")]
    [InlineData("""[{"page_content":"a"}] x""", "")]
    [InlineData("""[{"page_content":"a"}][]""", "")]
    [InlineData("""[{"page_content":"a"},]""", "")]
    [InlineData("""[{"page_content":"a"}""", "")]
    [InlineData("""{"page_content":"a"}""", "")]
    [InlineData("no JSON", "")]
    [InlineData("", "")]
    public void A_list_may_be_a_text_that_is_JSON_to_its_end(string text, string expected) => Documents(JsonSerializer.Serialize(text)).ShouldBe(expected);

    [Fact]
    public void A_list_is_read_to_the_depth_of_a_trace_and_one_in_a_text_to_that_of_the_framework()
    {
        static string Nested(int depth) => $"[{{\"page_content\":\"a\",\"x\":{new string('[', depth)}{new string(']', depth)}}}]";

        Documents(Nested(998)).ShouldBe("a|||");
        Documents(JsonSerializer.Serialize(Nested(62))).ShouldBe("a|||");
        Documents(JsonSerializer.Serialize(Nested(63))).ShouldBe("");
    }

    [Fact]
    public void Retrievers_below_retrievers_outside_the_trace_and_in_a_circle_are_left_out()
    {
        static SomeSpan Retriever(string id, string parent) =>
            new(default, Some.Json($$"""[{"id":"{{id}}"}]""")) { Own = id, Above = parent, Kind = SpanType.Retriever };

        var trace = Some.TraceOf(Retriever("a", "1"), Retriever("b", "a"), Retriever("c", "nowhere"), new(default, default) { Own = "d", Above = "1" }, Retriever("e", "d"), Retriever("f", "f"));

        string.Concat(trace.RetrievedDocuments.Select(d => d.Id)).ShouldBe("ae");
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("nowhere", 0)]
    [InlineData("s99", 0)]
    public void Many_retrievers_below_a_long_chain_are_found_or_left_out_together(string above, int expected)
    {
        IEnumerable<SomeSpan> chain = Enumerable.Range(0, 100).Select(i => new SomeSpan(default, default) { Own = $"s{i}", Above = i == 0 ? above : $"s{i - 1}" });
        IEnumerable<SomeSpan> retrievers = Enumerable.Range(0, 200).Select(i => new SomeSpan(default, Some.Json("[{}]")) { Own = $"r{i}", Above = $"s{99 - (i % 3)}", Kind = SpanType.Retriever });

        Some.TraceOf([.. chain, .. retrievers]).RetrievedDocuments.Count.ShouldBe(expected);
    }

    [Fact]
    public void What_a_scorer_changes_in_metadata_no_other_sees()
    {
        var content = Some.TraceOf(new SomeSpan(default, Some.Json("""[{"metadata":{"a":1}}]""")) { Own = "2", Above = "1", Kind = SpanType.Retriever }).Content;
        var first = new Trace(content).RetrievedDocuments[0];

        first.Metadata.ShouldNotBeNull()["a"] = 2;

        first.Metadata.ToJsonString().ShouldBe("""{"a":2}""");
        new Trace(content).RetrievedDocuments[0].Metadata?.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_changed_copy_keeps_the_rest_and_shares_the_metadata()
    {
        var span = new SomeSpan(default, Some.Json("""[{"page_content":"a","metadata":{"doc_uri":"u"}}]""")) { Own = "2", Above = "1", Kind = SpanType.Retriever };
        var document = Some.TraceOf(span).RetrievedDocuments[0];

        var changed = document with { Content = null };

        changed.Content.ShouldBeNull();
        changed.Uri.ShouldBe("u");
        changed.Metadata.ShouldBeSameAs(document.Metadata);
        (changed with { Content = "a" }).ShouldBe(document);
        changed.ShouldNotBe(document);
        document.ToString().ShouldStartWith("RetrievedDocument { Content = a, Uri = u, Id = , Metadata = {");
    }

    private static string Documents(string outputs)
    {
        var trace = Some.TraceOf(new SomeSpan(default, Some.Json(outputs)) { Own = "2", Above = "1", Kind = SpanType.Retriever });

        return string.Join(';', trace.RetrievedDocuments.Select(d => $"{d.Content}|{d.Uri}|{d.Id}|{d.Metadata?.ToJsonString()}"));
    }
}
