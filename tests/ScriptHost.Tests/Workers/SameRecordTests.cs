using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>The record does not depend on how many workers there are, nor on who shares one.</summary>
public sealed class SameRecordTests
{
    private static readonly string[] Honest = ["length", "turns", "halves", "many"];

    private const string Turns = "(Session session) => string.Join(' ', session.Select(t => t.Id))";

    [Fact]
    public async Task Hostile_scorers_give_the_same_bytes_for_all_jobs_and_kinds_of_workers()
    {
        using var workspace = Traces(700);
        var honest = await workspace.ScoreAsync("--isolation", "none", "--jobs", "2");
        workspace
            .Scorer("overflows", "int F(int n) => F(n + 1) + F(n); object Score(Trace trace) => trace.Id is \"tr-7\" or \"tr-350\" ? F(1) : 1;")
            .Scorer("hangs", "object Score(Trace trace) { while (trace.Id is \"tr-15\" or \"tr-455\") { } return true; }")
            .Scorer("hangs_late", "object Score(Trace trace) { while (trace.Id is \"tr-500\" or \"tr-501\" or \"tr-502\" or \"tr-650\") { } return true; }")
            .Scorer("hangs_session", "object Score(Session session) { while (session.Id == \"s-9\") { } return session.Count; }");

        var first = await workspace.ScoreAsync("--isolation", "process", "--jobs", "1", "--timeout", "500ms");

        first.ExitCode.ShouldBe(9);
        Count(first.Lines, "SCORER_STACK_OVERFLOW").ShouldBe(2);
        Count(first.Lines, "\"hangs\"", "SCORER_TIMEOUT").ShouldBe(2);
        Count(first.Lines, "\"hangs_session\"", "SCORER_TIMEOUT").ShouldBe(1);
        Count(first.Lines, "\"hangs_late\"", "SCORER_TIMEOUT").ShouldBe(3);
        Count(first.Lines, "\"hangs_late\"", "quarantine").ShouldBe(700 - 503);
        foreach (var (isolation, jobs) in new[] { ("process", "4"), ("scorer", "2") })
        {
            var other = await workspace.ScoreAsync("--isolation", isolation, "--jobs", jobs, "--timeout", "500ms");

            other.ExitCode.ShouldBe(9);
            other.Lines.ShouldBe(first.Lines);
        }

        // What those say who do nothing wrong is also what they say in this process, without the others.
        honest.ExitCode.ShouldBe(9);
        honest.Lines.Length.ShouldBe((3 * 700) + 41);
        first.Lines.Where(l => Honest.Any(h => l.Contains($"\"scorer\":\"{h}\"", StringComparison.Ordinal))).ShouldBe(honest.Lines);
    }

    [Fact]
    public async Task Three_calls_in_a_row_that_hang_end_in_quarantine()
    {
        using var workspace = new Workspace().Scorer("hangs", "(Trace trace) => { while (trace is not null) { } return true; }").Scorer("length", "(string outputs) => outputs.Length")
            .Traces("a.jsonl", [.. Enumerable.Range(0, 1000).Select(i => TraceTexts.With($"tr-{i}"))]);

        var (exitCode, lines, _) = await workspace.ScoreAsync("--isolation", "process", "--jobs", "2", "--timeout", "500ms");

        exitCode.ShouldBe(9);
        Count(lines, "SCORER_TIMEOUT").ShouldBe(3);
        Count(lines, "\"hangs\"", "\"skipped\"", "The scorer is in quarantine: 3 calls in a row").ShouldBe(997);
        Count(lines, "\"length\"", "\"scored\"").ShouldBe(1000);
        lines.Where((_, i) => i % 2 == 0).Take(3).ShouldAllBe(l => l.Contains("SCORER_TIMEOUT"));
    }

    // Traces with sessions, in files of several shards, and scorers that give everything there is.
    private static Workspace Traces(int count)
    {
        var traces = Enumerable.Range(0, count).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 41}", $"\"{new string('x', i % 91)}\"")).ToArray();

        return new Workspace().Scorer("length", "(string outputs) => outputs.Length").Scorer("turns", Turns)
            .Scorer("halves", "(Trace trace) => trace.Id.EndsWith('7') ? throw new InvalidOperationException(trace.Id) : 1.0 / trace.Id.Length")
            .Scorer("many", "(string outputs) => new[] { new Feedback(outputs.Length > 9, outputs, \"long\"), new Feedback(1.5m, metadata: new Dictionary<string, string> { [\"a\"] = outputs }, name: \"exact\") }")
            .Traces("a.jsonl", traces[..(count / 2)]).Traces("b.jsonl", traces[(count / 2)..]);
    }

    private static int Count(IEnumerable<string> lines, params string[] parts) => lines.Count(l => parts.All(p => l.Contains(p, StringComparison.Ordinal)));
}
