using System.Reflection;
using System.Text;
using ScriptHost.Contract;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Scripting;

/// <summary>What of a script's code needs other spans than the root, told from what it compiles to.</summary>
public sealed class SpanUseTests
{
    private static readonly string[] NeedSpans = ["Trace.Spans", "Trace.ToolCalls", "Trace.RetrievedDocuments", "Span.Parent", "Span.Children"];

    public static TheoryData<string, string> Properties { get; } = [.. Declared(typeof(Trace)), .. Declared(typeof(Span))];

    [Theory]
    [InlineData("(string outputs) => outputs.Length")]
    [InlineData("(Trace trace) => trace.Tags.Count + trace.Metadata.Count")]
    [InlineData("(Trace trace, JsonObject expectations) => trace.Outputs?.ToJsonString() == expectations[\"answer\"]?.ToJsonString()")]
    [InlineData("(Trace trace) => JsonNode.Parse(trace.Metadata[\"cost\"])?[\"total\"]?.GetValue<double>()")]
    [InlineData("(Trace trace) => new JsonArray { (JsonNode)trace.Id }.Count")]
    [InlineData("(Trace trace) => trace.Root?.Attributes.Count ?? trace.Assessments.Count(a => a.SpanId is null)")]
    [InlineData("bool Score(Trace trace) { return Is(trace); static bool Is(Trace t) => t is { State: TraceState.Ok, Root.IsEnded: true }; }")]
    [InlineData("record Turn(Trace Of) { public string Name => Of.Id; } return (Trace trace) => new Turn(trace).ToString().Length;")]
    [InlineData("T First<T>(IEnumerable<T> all) => all.First(); return (Trace trace) => First(new[] { trace }).Messages.Count;")]
    [InlineData("class Judge { public TimeSpan Score(Trace trace) => trace.Duration; } return (Trace trace) => new Judge().Score(trace).TotalSeconds;")]
    [InlineData("(Trace trace) => $\"{trace} {(object)trace}\".Length")]
    public void Code_that_names_only_what_the_root_has_needs_no_spans(string text) => Admitted(text).NamesSpans.ShouldBeFalse();

    [Theory]
    [InlineData("(Trace trace) => trace.Spans.Count")]
    [InlineData("(Trace trace) => trace.SearchSpans(\"TOOL\").Count")]
    [InlineData("(Trace trace) => trace.SearchSpans(new Regex(\"a\")).Count")]
    [InlineData("(Trace trace) => trace is { ToolCalls.Count: > 1 }")]
    [InlineData("(Trace trace) => trace.Root!.Children.Count")]
    [InlineData("bool Score(Trace trace) { return Is(trace); static bool Is(Trace t) => t.RetrievedDocuments.Count > 1; }")]
    [InlineData("record Turn(Trace Of) { public int Count => Of.Spans.Count; } return (Trace trace) => new Turn(trace).Count;")]
    [InlineData("int Count<T>(T of, Func<T, IReadOnlyList<Span>> spans) => spans(of).Count; return (Trace trace) => Count(trace, t => t.Spans);")]
    [InlineData("IEnumerable<Feedback> Score(Trace trace) { foreach (var s in trace.Spans) yield return new(true, name: s.Id); }")]
    [InlineData("async Task<int> Score(Trace trace) => await Task.FromResult(trace.Spans.Count);")]
    [InlineData("class Judge { public int Score(Trace trace) => trace.Spans.Count; } return (Trace trace) => new Judge().Score(trace);")]
    [InlineData("(Session session) => session.Sum(t => t.Spans.Count)")]
    [InlineData("(Trace trace) => JsonSerializer.Serialize(trace)")]
    [InlineData("(Trace trace) => JsonSerializer.Serialize<object>(trace.Tags)")]
    [InlineData("(Trace trace) => JsonValue.Create(trace)?.ToJsonString()")]
    [InlineData("(Trace trace) => { var all = new JsonArray(); all.Add(trace); return all.ToJsonString(); }")]
    [InlineData("(Trace trace) => { var all = new JsonArray(1); all[0]!.ReplaceWith(trace); return all.ToJsonString(); }")]
    public void Code_that_names_spans_or_makes_JSON_of_any_object_needs_them(string text) => Admitted(text).NamesSpans.ShouldBeTrue();

    [Fact]
    public void Of_trusted_code_nobody_knows() => Script.Compile("(Trace trace) => trace.Id").NamesSpans.ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Properties))]
    public void What_counts_as_of_the_root_leaves_the_other_spans_unread(string type, string property)
    {
        var isOfTrace = type == nameof(Trace);
        var needsSpans = Admitted($"(Trace trace) => {{ object? value = trace{(isOfTrace ? "" : ".Root!")}.{property}; return value is null; }}").NamesSpans;
        var index = new TraceIndex(isWhole: false);
        var (part, whole) = (Read(index), Read(new()));

        part?.ToString().ShouldBe(whole?.ToString());

        needsSpans.ShouldBe(NeedSpans.Contains($"{type}.{property}"));
        (index.Unread is null).ShouldBe(needsSpans);

        object? Read(TraceIndex index)
        {
            var trace = new Trace(MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.V3), index));

            return isOfTrace ? typeof(Trace).GetProperty(property)?.GetValue(trace) : typeof(Span).GetProperty(property)?.GetValue(trace.Root);
        }
    }

    [Fact]
    public void The_root_is_one_however_it_is_come_by()
    {
        var trace = new Trace(MlflowTrace.Parse(Encoding.UTF8.GetBytes(TraceTexts.V3), new TraceIndex(isWhole: false)));

        var root = trace.Root.ShouldNotBeNull();

        trace.Spans[0].ShouldBeSameAs(root);
        root.Children.ShouldHaveSingleItem().Parent.ShouldBeSameAs(root);
    }

    private static IEnumerable<(string Type, string Property)> Declared(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => (type.Name, p.Name));

    private static ScriptImage Admitted(string text)
    {
        var result = Compiling.Script(text);

        return result.Image.ShouldNotBeNull(string.Join('\n', result.Diagnostics));
    }
}
