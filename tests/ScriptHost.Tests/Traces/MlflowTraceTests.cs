using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>What scripts see of a trace, whatever shape it was written in.</summary>
public sealed class MlflowTraceTests
{
    public static TheoryData<string> SameTraceInOtherShapes =>
    [
        TraceTexts.V3, TraceTexts.V3Indented, TraceTexts.DataBeforeInfo, TraceTexts.V3HexIds, TraceTexts.V3EmptyParent,
        TraceTexts.V3NoParentMember, TraceTexts.ChildrenFirst, TraceTexts.QuotedSession, TraceTexts.TimesAsStrings,
        TraceTexts.ProtoDuration, TraceTexts.NoDuration, TraceTexts.BareStatusCodes, TraceTexts.SearchTracesRow,
    ];

    [Theory]
    [MemberData(nameof(SameTraceInOtherShapes))]
    public void A_trace_reads_the_same_in_each_shape_that_MLflow_writes(string json)
    {
        var trace = Read(json);

        trace.Id.ShouldBe(TraceTexts.Id);
        trace.State.ShouldBe(TraceState.Ok);
        trace.SessionId.ShouldBe("s-1");
        trace.Duration.TotalMilliseconds.ShouldBe(88, 0.001);
        trace.Root.ShouldNotBeNull().Id.ShouldBe(TraceTexts.RootId);
        trace.Root.StartTimeUnixNano.ShouldBe(TraceTexts.Start);
        trace.Root.EndTimeUnixNano.ShouldBe(TraceTexts.End);
        trace.Root.Status.ShouldBe(SpanStatus.Ok);
        trace.Outputs.ShouldNotBeNull().GetValue<string>().ShouldBe("hello");
        var tool = trace.SearchSpans(SpanType.Tool).ShouldHaveSingleItem();
        tool.Id.ShouldBe(TraceTexts.ToolId);
        tool.Parent.ShouldBeSameAs(trace.Root);
    }

    [Fact]
    public void The_artifact_form_takes_id_time_and_state_from_its_spans()
    {
        var trace = Read(TraceTexts.DataOnly);

        trace.Id.ShouldBe(TraceTexts.Id);
        trace.State.ShouldBe(TraceState.Ok);
        trace.RequestTime.ShouldBe(trace.Spans.Min(s => s.StartTime));
    }

    [Fact]
    public void A_trace_of_schema_2_is_named_by_its_request_id()
    {
        var trace = Read(TraceTexts.V2);

        trace.Id.ShouldBe(TraceTexts.V2Id);
        trace.RequestTime.ToUnixTimeMilliseconds().ShouldBe(1795248000000);
        trace.Root.ShouldNotBeNull().Id.Length.ShouldBe(16);
        Read(TraceTexts.V2BareIds).Root?.Id.ShouldBe(trace.Root.Id);
    }

    [Theory]
    [InlineData("\"tags\":[\"a\"],\"trace\":\"see ticket\",\"spans\":3,\"assessments\":\"none\",\"request_time\":\"yesterday\"")]
    [InlineData("\"tags\":{\"env\":\"test\"},\"status\":\"reviewed\",\"spans\":[],\"trace_id\":\"other\",\"request_id\":\"another\",\"trace\":{}")]
    public void Beside_an_info_other_keys_mean_nothing(string others)
    {
        foreach (var json in (string[])[$"{{{others},{TraceTexts.V3[1..]}", $"{TraceTexts.V3[..^1]},{others}}}", TraceTexts.V3.Replace(",\"data\":", $",{others},\"data\":", StringComparison.Ordinal)])
        {
            var trace = Read(json);

            trace.Id.ShouldBe(TraceTexts.Id);
            trace.State.ShouldBe(TraceState.Ok);
            trace.Tags["env"].ShouldBe("prod");
            trace.Spans.Count.ShouldBe(2);
            trace.Assessments.Count.ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("{\"trace_info\":INFO,\"spans\":[SPANS]}")]
    [InlineData("{\"spans\":[SPANS],\"trace_info\":INFO}")]
    [InlineData("{\"trace\":{\"trace_info\":INFO,\"spans\":[SPANS]}}")]
    public void What_the_REST_API_answers_is_a_trace(string form)
    {
        var trace = Read(form.Replace("INFO", TraceTexts.Info, StringComparison.Ordinal).Replace("SPANS", $"{TraceTexts.Root},{TraceTexts.Tool}", StringComparison.Ordinal));

        trace.Id.ShouldBe(TraceTexts.Id);
        trace.SessionId.ShouldBe("s-1");
        trace.Tags["env"].ShouldBe("prod");
        trace.Expectations.ShouldNotBeEmpty();
        trace.Spans.Count.ShouldBe(2);
    }

    [Fact]
    public void Session_and_user_are_in_the_tags_of_schema_2_alone()
    {
        const string tags = "\"tags\":{\"mlflow.trace.session\":\"s-9\",\"mlflow.trace.user\":\"u-9\"}";
        var (third, second) = (
            Read($$$"""{"info":{"trace_id":"tr-1","request_time":5,{{{tags}}}},"data":{"spans":[]}}"""),
            Read($$$"""{"info":{"request_id" : "1","timestamp_ms":5,{{{tags}}}},"data":{"spans":[]}}"""));

        (third.SessionId, third.UserId).ShouldBe((null, null));
        (second.SessionId, second.UserId).ShouldBe(("s-9", "u-9"));
    }

    [Fact]
    public void A_type_that_MLflow_does_not_know_and_an_id_that_names_its_place_stand_as_they_are()
    {
        Read(TraceTexts.CustomType).Root.ShouldNotBeNull().Type.ShouldBe("MY_CUSTOM_TYPE");
        Read(TraceTexts.V4Id).Id.ShouldBe("trace:/main.support/0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public void Token_counts_may_be_written_as_fractions_that_are_whole()
    {
        var trace = Read(TraceTexts.V3.Replace("\\\"input_tokens\\\": 5", "\\\"input_tokens\\\": 5.0", StringComparison.Ordinal));

        trace.TokenUsage.ShouldBe(new TokenUsage(5, 2, 7));
    }

    [Fact]
    public void A_trace_without_a_root_has_no_inputs_and_no_outputs()
    {
        var trace = Read(TraceTexts.NoRoot);

        trace.Root.ShouldBeNull();
        trace.Inputs.ShouldBeNull();
        trace.Outputs.ShouldBeNull();
    }

    [Fact]
    public void Of_two_spans_without_a_parent_the_first_in_the_file_is_the_root()
    {
        var trace = Read(TraceTexts.TwoRoots);

        trace.Spans.Count(s => s.ParentId is null).ShouldBe(2);
        trace.Root.ShouldBeSameAs(trace.Spans.First(s => s.ParentId is null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData(null)]
    public void A_span_that_has_not_ended_says_so(string? end)
    {
        var root = Read(TraceTexts.InProgress(end)).Root.ShouldNotBeNull();

        root.IsEnded.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => root.EndTimeUnixNano).Message.ShouldContain("has not ended");
        Should.Throw<InvalidOperationException>(() => root.Duration);
    }

    [Fact]
    public void Of_a_repeated_key_the_last_value_counts() =>
        Read(TraceTexts.RepeatedKey).Inputs.ShouldNotBeNull()["question"]?.GetValue<string>().ShouldBe("last");

    [Fact]
    public void An_attribute_that_is_no_JSON_text_reads_as_itself()
    {
        var attributes = Read(TraceTexts.PlainAttributes).Root.ShouldNotBeNull().Attributes;

        attributes["plain"]?.GetValue<string>().ShouldBe("not json");
        attributes["digits"]?.GetValue<int>().ShouldBe(123);
        attributes["number"]?.GetValue<int>().ShouldBe(5);
        attributes["object"]?["a"]?.GetValue<int>().ShouldBe(1);
        attributes["empty"].ShouldBeNull();
    }

    [Fact]
    public void A_session_id_that_only_looks_quoted_stays_as_it_is() =>
        Read(TraceTexts.HalfQuotedSession).SessionId.ShouldBe("\"s-1");

    [Fact]
    public void A_trace_without_metadata_tags_and_assessments_has_none()
    {
        var trace = Read(TraceTexts.BareInfo);

        trace.Metadata.ShouldBeEmpty();
        trace.Tags.ShouldBeEmpty();
        trace.Assessments.ShouldBeEmpty();
        trace.Expectations.ShouldBeEmpty();
        trace.SessionId.ShouldBeNull();
        trace.TokenUsage.ShouldBeNull();
    }

    [Theory]
    [InlineData(-62_135_596_800_000, "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData(253_402_300_799_999, "9999-12-31T23:59:59.9990000+00:00")]
    public void The_first_and_the_last_millisecond_that_there_are_can_be_read(long milliseconds, string expected)
    {
        var trace = MlflowTrace.Parse(Encoding.UTF8.GetBytes($$$"""{"info":{"trace_id":"tr-1","request_time":{{{milliseconds}}}},"data":{"spans":[]}}"""));

        trace.RequestTime.ToString("O").ShouldBe(expected);
    }

    [Theory]
    [InlineData("AAECAwQFBgc=", "0001020304050607")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==", "000102030405060708090a0b0c0d0e0f")]
    [InlineData("AAEC AwQF Bgc=          ", "0001020304050607")]
    [InlineData("0x0001020304050607", "0001020304050607")]
    [InlineData("AAECAwQFBg==", "AAECAwQFBg==")]
    public void An_id_reads_as_the_bytes_that_it_stands_for(string written, string expected) => SpanId.Normalize(written).ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_reads_as_the_replacement_character()
    {
        var trace = Read(TraceTexts.With(outputs: "\"bro\\ud83dken \\ud83d\\ude00\""));

        trace.Outputs.ShouldNotBeNull().GetValue<string>().ShouldBe("bro\uFFFDken 😀");
    }

    [Theory]
    [InlineData("<html>", "byte 0")]
    [InlineData("[1]", "expected an object as a trace, found a list")]
    [InlineData("{}", "expected the keys 'info' and 'data'")]
    [InlineData("""{"info":{"trace_id":"tr-1"},"data":{"spans":{}}}""", "expected a list as 'spans', found an object")]
    [InlineData("""{"info":{"trace_id":"tr-1"},"data":{"spans":[]}}""", "neither 'request_time' nor spans")]
    [InlineData("""{"info":{"request_time":"2026-01-01T00:00:00Z"},"data":{"spans":[]}}""", "no 'trace_id'")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":"yesterday"},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found \"yesterday\"")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":5},"data":{"spans":[{"name":"x"}]}}""", "a span has no 'span_id'")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":5},"data":{"spans":[{"span_id":"x","start_time":"soon"}]}}""", "expected a whole number of 64 bits as a span's start time, found \"soon\"")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":5},"data":{"spans":[{"span_id":"x","start_time":1.5}]}}""", "expected a whole number of 64 bits as a span's start time, found 1.5")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":"10:30"},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found \"10:30\"")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":"5/6/2026"},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found \"5/6/2026\"")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":-100000000000000},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found -100000000000000")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":-9223372036854775808},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found -9223372036854775808")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":253402300800000},"data":{"spans":[]}}""", "expected an RFC 3339 time as 'request_time', found 253402300800000")]
    public void What_is_no_trace_is_refused_with_what_was_expected(string json, string expected)
    {
        var fault = Should.Throw<TraceFormatException>(() => MlflowTrace.Parse(Encoding.UTF8.GetBytes(json)));

        $"byte {fault.Offset}: {fault.Message}".ShouldContain(expected);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_with_their_place()
    {
        byte[] json = [.. "{\"info\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        var fault = Should.Throw<TraceFormatException>(() => MlflowTrace.Parse(json));

        fault.Offset.ShouldBe(9);
        fault.Message.ShouldBe("expected UTF-8, found the byte 0xC3, which is none");
    }

    [Fact]
    public void What_a_scorer_changes_in_its_view_no_other_view_shows()
    {
        var content = MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.With(outputs: """{"a":1}""")));
        var (one, other) = (new Trace(content), new Trace(content));

        one.Outputs.ShouldNotBeNull()["a"] = 2;

        other.Outputs.ShouldNotBeNull()["a"]?.GetValue<int>().ShouldBe(1);
    }

    private static Trace Read(string json) => new(MlflowTrace.Parse(Encoding.UTF8.GetBytes(json)));
}
