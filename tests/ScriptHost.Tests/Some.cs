using System.Text;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost;

/// <summary>Things that a test needs but does not care about.</summary>
internal static class Some
{
    /// <summary>A trace with one root span; without a root span when neither inputs nor outputs, JSON texts, are given.</summary>
    public static TraceContent Trace(
        string? inputs = null,
        string? outputs = null,
        string? expectations = null,
        string id = "tr-1",
        IReadOnlyDictionary<string, string>? tags = null) =>
        new SomeTrace
        {
            TraceId = id,
            Given = Json(inputs),
            Answered = Json(outputs),
            Expected = expectations is null ? new Dictionary<string, JsonText>() : Members(expectations),
            Labels = tags ?? new Dictionary<string, string>(),
        };

    /// <summary>A trace as scripts see it, with a root span that is the parent of others.</summary>
    public static Trace TraceOf(params SomeSpan[] steps) => new(new SomeTrace
    {
        TraceId = "tr-1",
        Given = Json("1"),
        Expected = new Dictionary<string, JsonText>(),
        Labels = new Dictionary<string, string>(),
        Steps = steps,
    });

    /// <summary>Runs a trace-level scorer on a trace.</summary>
    public static Outcome Score(this ScorerRunner runner, BoundScorer scorer, TraceContent trace, CancellationToken deadline) => runner.Score(scorer, new ScoringUnit(trace), deadline);

    public static JsonText Json(string? text) => text is null ? default : new(Encoding.UTF8.GetBytes(text));

    /// <summary>The entry that a script with this value would have.</summary>
    public static ScriptEntry Entry(Delegate entry, string name = "some_scorer") =>
        ScriptEntry.Of(name, $"scorers/{name}.csx", new string('0', 64), entry);

    public static ScriptEntry Entry(ScorerDefinition definition, string name = "some_scorer") =>
        ScriptEntry.Of(name, $"scorers/{name}.csx", new string('0', 64), definition.Entry, definition);

    /// <summary>A scorer of a delegate that nothing is wrong with.</summary>
    public static BoundScorer Scorer(Delegate entry, string name = "some_scorer") => Bound(EntryBinding.Bind(Entry(entry, name)));

    public static BoundScorer Bound(BindResult bound)
    {
        bound.Diagnostics.ShouldBeEmpty();

        return bound.Scorer.ShouldNotBeNull();
    }

    public static Dictionary<string, JsonText> Members(string text)
    {
        using var document = JsonDocument.Parse(text);

        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Json(p.Value.GetRawText()));
    }
}
