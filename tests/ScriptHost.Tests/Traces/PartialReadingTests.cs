using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Traces whose spans behind the root are passed by their brackets: what is asked for is what a trace that was read whole says.</summary>
public sealed class PartialReadingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_lists_end_where_the_walk_ends_them(bool isVectorised)
    {
        var random = new RandomJson(21);
        var (passed, index) = (0, new StructuralIndex(isVectorised));
        for (var i = 0; i < 2_000; i++)
        {
            byte[] list = [.. "[1,"u8, .. random.Document(), .. ",{\"a\":[[]]}] "u8];
            index.Read(list);
            var walked = new JsonWalk(list, index);
            walked.Value();
            var jumped = new JsonWalk(list, index);
            jumped.Peek();
            jumped.Enter();
            jumped.NextItem().ShouldBeTrue();
            jumped.Value();
            if (jumped.TryPassItems())
            {
                passed++;
                jumped.Place.ShouldBe(walked.Place, Encoding.UTF8.GetString(list));
                jumped.End().ShouldBeTrue();
            }
        }

        // Documents with line feeds are not passed: a string of theirs could hold one.
        passed.ShouldBeInRange(200, 2_000);
    }

    [Theory]
    [InlineData("[1,{]}]")]
    [InlineData("[1,[}]")]
    [InlineData("[1,{\"a\":[1}]]")]
    [InlineData("[1,\"]")]
    [InlineData("[1,{}")]
    public void Brackets_that_make_no_pairs_are_not_passed(string json)
    {
        var list = Encoding.UTF8.GetBytes(json);
        var index = new StructuralIndex();
        index.Read(list);
        var walk = new JsonWalk(list, index);
        walk.Peek();
        walk.Enter();
        walk.NextItem();
        walk.Value();
        var before = walk.Place;

        walk.TryPassItems().ShouldBeFalse();

        walk.Place.ShouldBe(before);
    }

    [Fact]
    public void Lists_within_lists_are_passed_to_64_levels_and_walked_below()
    {
        IsPassed(63).ShouldBeTrue();
        IsPassed(64).ShouldBeFalse();

        static bool IsPassed(int levels)
        {
            var json = Encoding.UTF8.GetBytes($"[1,{new string('[', levels)}{new string(']', levels)}]");
            var index = new StructuralIndex();
            index.Read(json);
            var walk = new JsonWalk(json, index);
            walk.Peek();
            walk.Enter();
            walk.NextItem();
            walk.Value();

            return walk.TryPassItems();
        }
    }

    [Fact]
    public void What_is_read_in_part_says_what_is_read_whole_and_gives_its_other_spans_when_they_are_asked_for()
    {
        string[] texts = [TraceTexts.V3, TraceTexts.V3Indented, TraceTexts.V2, TraceTexts.DataOnly, TraceTexts.SearchTracesRow, TraceTexts.PlainAttributes, TraceTexts.NoSpans];
        var index = new TraceIndex(isWhole: false);
        foreach (var text in texts)
        {
            var part = MlflowTrace.Parse(Encoding.UTF8.GetBytes(text), index);
            var whole = MlflowTrace.Parse(Encoding.UTF8.GetBytes(text));

            (part.Id, part.State, part.RequestTime, part.Duration, part.SessionId, part.Root).ShouldBe((whole.Id, whole.State, whole.RequestTime, whole.Duration, whole.SessionId, whole.Root));
            (part.InputsText, part.OutputsText).ShouldBe((whole.InputsText, whole.OutputsText));
            Ids(part).ShouldBe(Ids(whole));
            index.Unread.ShouldBeNull();
        }

        static string Ids(TraceContent trace) => string.Join(' ', trace.Spans.Select(s => s.Id));
    }

    [Theory]
    [InlineData("{\"span_id\":\"b\" \"start_time\":1}", "'\"' is invalid after a value")]
    [InlineData("{\"span_id\":\"b\",\"start_time\":NaN}", "'N' is an invalid start of a value")]
    [InlineData("{\"start_time\":1}", "a span has no 'span_id'")]
    [InlineData("1", "expected an object as a span, found a number")]
    public void A_fault_in_a_span_that_nobody_asked_for_is_told_when_somebody_does(string span, string told)
    {
        var json = Encoding.UTF8.GetBytes($$$"""{"info":{"trace_id":"tr-1","request_time":5},"data":{"spans":[{"span_id":"a","start_time":1,"attributes":{"mlflow.spanOutputs":"\"kept\""}},{{{span}}}]}}""");
        var at = Encoding.UTF8.GetString(json).LastIndexOf(span, StringComparison.Ordinal);

        Should.Throw<TraceFormatException>(() => MlflowTrace.Parse(json)).Message.ShouldContain(told);

        var trace = MlflowTrace.Parse(json, new TraceIndex(isWhole: false));
        trace.OutputsText.ShouldBe("kept");
        var fault = Should.Throw<TraceFormatException>(() => trace.Spans);
        fault.Message.ShouldContain(told);
        fault.Offset.ShouldBeInRange(at, at + span.Length);

        trace.LateFault.ShouldBeSameAs(fault);
        Should.Throw<TraceFormatException>(() => trace.Spans).ShouldBeSameAs(fault);
    }

    [Fact]
    public void A_late_fault_within_a_column_is_told_of_the_column()
    {
        var json = Encoding.UTF8.GetBytes(TraceTexts.SearchTracesRow.Replace("1795248000010000001", "NaN", StringComparison.Ordinal));
        var trace = MlflowTrace.Parse(json, new TraceIndex(isWhole: false));

        var fault = Should.Throw<TraceFormatException>(() => trace.Spans);

        fault.Message.ShouldStartWith("in column 'trace': 'N' is an invalid start of a value");
        fault.Offset.ShouldBe(0);
    }

    [Fact]
    public void A_trace_that_does_not_say_when_it_came_is_read_to_its_earliest_span()
    {
        var json = Encoding.UTF8.GetBytes("""{"spans":[{"span_id":"a","trace_id":"AAAAAAAAAAAAAAAAAAAAAQ==","start_time":2000000},{"span_id":"b","parent_id":"a","start_time":1000000}]}""");

        MlflowTrace.Parse(json, new TraceIndex(isWhole: false)).RequestTime.ShouldBe(DateTimeOffset.UnixEpoch.AddMilliseconds(1));
    }

    [Fact]
    public void Every_cut_of_a_trace_is_refused_in_part_too()
    {
        var (json, index) = (Encoding.UTF8.GetBytes(TraceTexts.V3), new TraceIndex(isWhole: false));
        for (var length = 1; length < json.Length; length++)
        {
            Should.Throw<TraceFormatException>(() => MlflowTrace.Parse(json.AsMemory(0, length), index));
        }
    }
}
