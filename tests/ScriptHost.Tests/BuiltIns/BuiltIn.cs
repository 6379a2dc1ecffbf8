using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.BuiltIns;

/// <summary>The shipped scorers as any script runs: compiled, gated, bound to settings, called.</summary>
internal static class BuiltIn
{
    private static readonly ScorerRunner Runner = new(TimeSpan.FromSeconds(10));

    private static readonly Lazy<Dictionary<string, ScriptImage>> Images = new(() => Compiling.Keeping
        .Compile([.. BuiltInScorers.Names.Select(n => new ScriptSource(n, $"scorers/{n}.csx", BuiltInScorers.Source(n)))], CancellationToken.None)
        .ToDictionary(r => r.Source.Name, r => r.Image ?? throw new InvalidOperationException(string.Join('\n', r.Diagnostics)), StringComparer.Ordinal));

    public static Outcome Score(string name, TraceContent trace, string? settings = null)
    {
        using var scorer = Bind(name, settings);

        return Runner.Score(scorer, trace, TestContext.Current.CancellationToken);
    }

    /// <summary>The one feedback of a trace with nothing but an answer and expectations, both texts of JSON.</summary>
    public static Feedback Judge(string name, string outputs, string? settings = null, string? expectations = null) =>
        Only(Score(name, Some.Trace(outputs: outputs, expectations: expectations), settings));

    /// <summary>The one feedback of an answer in words against an expected response in words.</summary>
    public static Feedback Compare(string name, string answer, string expected, string? settings = null) =>
        Judge(name, Quoted(answer), settings, $$"""{"expected_response":{{Quoted(expected)}}}""");

    public static Feedback JudgeSession(string name, IReadOnlyList<TraceContent> turns, string? settings = null)
    {
        using var scorer = Bind(name, settings);

        return Only(Runner.Score(scorer, new(turns, "s-1"), TestContext.Current.CancellationToken));
    }

    public static Feedback Only(Outcome outcome)
    {
        outcome.Kind.ShouldBe(OutcomeKind.Scored, outcome.Reason ?? string.Join(", ", outcome.Feedbacks.Select(f => f.Error)));

        return outcome.Feedbacks.ShouldHaveSingleItem();
    }

    public static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    public static BoundScorer Bind(string name, string? settings = null)
    {
        var run = ScriptRun.Run(Images.Value[name], TimeSpan.FromSeconds(20), unloads: false);
        run.Diagnostics.ShouldBeEmpty();

        return Some.Bound(EntryBinding.Bind(run.Entry.ShouldNotBeNull(), settings is null ? null : JsonNode.Parse(settings)?.AsObject()));
    }
}
