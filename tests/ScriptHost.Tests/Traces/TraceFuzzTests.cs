using System.Text;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Traces with faults at random: each is refused with a place, or can be read in all its parts.</summary>
public sealed class TraceFuzzTests
{
    private static readonly string[] Texts =
    [
        TraceTexts.V3, TraceTexts.V3Indented, TraceTexts.V2, TraceTexts.DataOnly, TraceTexts.SearchTracesRow, TraceTexts.PlainAttributes, TraceTexts.TimesAsStrings,
        TraceTexts.With(outputs: """{"a":"é \"b\" \ud83d\ude00 \ud83d","b":[1,2.5,null]}"""),
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_mutated_trace_is_refused_or_reads_in_all_its_parts(int seed)
    {
        var random = new RandomJson(seed);
        var index = new TraceIndex();
        var refused = 0;
        for (var i = 0; i < 1_500; i++)
        {
            var json = random.Mutation(Encoding.UTF8.GetBytes(Texts[i % Texts.Length]));
            var isJson = IsJson(json);

            if (Refused(json, index) is { } fault)
            {
                refused++;
                fault.Offset.ShouldBeInRange(0, json.Length);
                fault.Message.ShouldNotBeEmpty();
            }
            else
            {
                isJson.ShouldBeTrue(Encoding.Latin1.GetString(json));
            }
        }

        refused.ShouldBeInRange(500, 1_499);
    }

    [Fact]
    public void Of_keys_that_stand_twice_the_last_one_counts_on_every_level()
    {
        var json = Encoding.UTF8.GetBytes("""
            {"info":{"trace_id":"tr-0","trace_id":"tr-1","request_time":5,"trace_metadata":{"mlflow.trace.session":"s-0"},"trace_metadata":{"mlflow.trace.session":"s-1","mlflow.trace.session":"s-2"}},
            "data":{"spans":[{"span_id":"lost","start_time":1}]},
            "data":{"spans":[{"span_id":"a","span_id":"b","start_time":1,"attributes":{"mlflow.spanOutputs":"\"lost\""},"attributes":{"mlflow.spanOutputs":"\"lost too\"","mlflow.span\u004futputs":"\"kept\""}}]}}
            """);

        var trace = new Trace(MlflowTrace.Parse(json));

        trace.Id.ShouldBe("tr-1");
        trace.SessionId.ShouldBe("s-2");
        trace.Spans.ShouldHaveSingleItem().Id.ShouldBe("b");
        trace.Outputs.ShouldNotBeNull().GetValue<string>().ShouldBe("kept");
    }

    [Fact]
    public void One_index_serves_many_traces_without_a_trace_of_the_one_before()
    {
        var index = new TraceIndex();
        MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.MadeByAScorer), index).HasTag("mlflow.trace.sourceScorer").ShouldBeTrue();

        var bare = MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.BareInfo), index);
        bare.HasTag("mlflow.trace.sourceScorer").ShouldBeFalse();
        bare.SessionId.ShouldBeNull();

        MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.NoSpans), index).Spans.ShouldBeEmpty();
    }

    private static TraceFormatException? Refused(byte[] json, TraceIndex index)
    {
        try
        {
            Read(MlflowTrace.Parse(json, index));

            return null;
        }
        catch (TraceFormatException fault)
        {
            return fault;
        }
    }

    // Whatever is asked for must be there, since the trace was taken.
    private static void Read(TraceContent content)
    {
        var trace = new Trace(content);
        _ = (trace.Id, trace.State, trace.RequestTime, content.Duration, trace.SessionId, trace.UserId, content.InputsText, content.OutputsText);
        _ = (trace.Tags.Count, trace.Metadata.Count, trace.Assessments.Count, trace.Expectations.Count, trace.TokenUsage);
        foreach (var span in content.Spans)
        {
            _ = (span.Id, span.ParentId, span.Name, span.Type, span.Status, span.StatusMessage, span.StartTimeUnixNano, span.EndTimeUnixNano, span.Events.Count);
            foreach (var (_, text) in span.Attributes)
            {
                _ = text.ToText();
            }
        }
    }

    private static bool IsJson(byte[] json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
