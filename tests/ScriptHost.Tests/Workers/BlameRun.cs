using System.Text.Json.Nodes;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>One run of all scorers that misbehave on one trace of five, and of honest ones beside them.</summary>
public sealed class BlameRun : IAsyncLifetime
{
    /// <summary>The trace on which they misbehave.</summary>
    public const string Bad = "tr-3";

    private static readonly string[] Honest = ["a_length", "m_spans", "z_turns"];

    private readonly Workspace workspace = new();
    private Dictionary<(string Scorer, string Trace), string> ends = [];

    /// <summary>What each scorer does on the bad trace, as the body of a lambda of <c>Trace trace</c>, and what must come of it.</summary>
    public static IReadOnlyList<(string Scorer, string Code, string First, string OnBad)> Misbehaving { get; } =
    [
        ("hangs", "SCORER_TIMEOUT", "", "while (trace is not null) { }"),
        ("hangs_in_finally", "SCORER_TIMEOUT", "", "try { return 1; } finally { while (trace is not null) { } }"),
        ("regex_bomb", "SCORER_TIMEOUT", "", "return Regex.IsMatch(new string('a', 40) + \"!\", \"^(a+)+$\") ? 1 : 0;"),
        ("message_hangs", "SCORER_TIMEOUT", "class Evil : Exception { public override string Message { get { while (true) { } } } }", "throw new Evil();"),
        ("overflows", "SCORER_STACK_OVERFLOW", "int F(int n) => F(n + 1) + F(n);", "return F(1);"),
        ("overflows_in_catch", "SCORER_STACK_OVERFLOW", "int F(int n) { try { return F(n + 1) + 1; } catch (Exception) { return F(n) + 1; } }", "return F(1);"),
        ("allocates", "SCORER_OUT_OF_MEMORY", "", "var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);"),
        ("allocates_at_once", "SCORER_OUT_OF_MEMORY", "", "return new string('x', 1_000_000_000).Length;"),
        ("catches_and_allocates", "SCORER_TIMEOUT", "", "var all = new List<byte[]>(); while (true) { try { all.Add(new byte[1 << 24]); } catch (Exception) { } }"),
        ("throws", "SCORER_ERROR", "", "throw new InvalidOperationException(\"no\");"),
        ("returns_much", "RESULT_TOO_LARGE", "", "return new string('x', 1_000_000);"),
        ("returns_many", "TOO_MANY_FEEDBACKS", "", "return Enumerable.Range(0, 2_000).Select(i => new Feedback(i, name: \"n\" + i)).ToList();"),
        ("returns_endlessly", "TOO_MANY_FEEDBACKS", "IEnumerable<Feedback> E() { for (var i = 0; ; i++) yield return new Feedback(i, name: \"n\" + i); }", "return E();"),
        ("enumerator_hangs", "SCORER_TIMEOUT", "IEnumerable<Feedback> E() { for (var i = 0; i < 1; i *= 1) { } yield return new Feedback(1, name: \"n\"); }", "return E();"),
        ("tostring_hangs", "UNSUPPORTED_RESULT", "class P { public override string ToString() { while (true) { } } }", "return new P();"),
    ];

    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>How often each pair stands in the record.</summary>
    public IReadOnlyList<string> Pairs { get; private set; } = [];

    /// <summary>The pairs of honest scorers, and of all others but on the bad trace, that were not scored.</summary>
    public IEnumerable<string> Unscored => ends.Where(e => (e.Key.Trace != Bad || Honest.Contains(e.Key.Scorer)) && e.Value != "scored").Select(e => $"{e.Key.Scorer} {e.Key.Trace}: {e.Value}");

    /// <summary>How a scorer's pair with the bad trace ended: an outcome, or an error's code.</summary>
    public string OnBad(string scorer) => ends[(scorer, Bad)];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        workspace.Scorer(Honest[0], "(string outputs) => outputs.Length").Scorer(Honest[1], "(Trace trace) => trace.Spans.Count").Scorer(Honest[2], "(Session session) => session.Count");
        foreach (var (scorer, _, first, onBad) in Misbehaving)
        {
            workspace.Scorer(scorer, $"{first}\nobject Score(Trace trace) {{ if (trace.Id == \"{Bad}\") {{ {onBad} }} return true; }}");
        }

        workspace.Traces("a.jsonl", [.. Enumerable.Range(1, 5).Select(i => TraceTexts.With($"tr-{i}", $"s-{i}"))]);

        var (exitCode, lines, error) = await workspace.ScoreAsync("--isolation", "process", "--jobs", "2", "--timeout", "1s", "--memory", "128MB");

        lines.ShouldNotBeEmpty(error);
        ExitCode = exitCode;
        var outcomes = lines.Select(l => JsonNode.Parse(l).ShouldNotBeNull()).ToList();
        Pairs = [.. outcomes.Select(o => $"{o["scorer"]} {o["trace_id"]}")];
        ends = outcomes.ToDictionary(o => ($"{o["scorer"]}", $"{o["trace_id"]}"), o => $"{o["assessments"]?.AsArray().FirstOrDefault()?["feedback"]?["error"]?["error_code"] ?? o["outcome"]}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        workspace.Dispose();

        return ValueTask.CompletedTask;
    }
}
