using System.Text.Json.Nodes;
using ScriptHost.Reports;
using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Runs that take outcomes over from an earlier one, through the program: what is scored again, and that the results are those of a run that scored all.</summary>
public sealed class ReuseRunTests : IDisposable
{
    private const int Count = 120;

    // Two shards' worth of text; every fifth trace belongs to no session.
    private static readonly string[] Traces =
        [.. Enumerable.Range(0, Count).Select(i => Trace($"tr-{i}", i % 5 == 0 ? null : $"s-{i % 7}", new string('x', i)))];

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Scorer("picky", "(string outputs) => outputs.Length % 10 == 3 ? throw new System.Exception(\"three\") : outputs.Length % 10 == 4 ? Feedback.NotApplicable(\"four\") : new Feedback(\"yes\", \"fine\")")
        .Scorer("turns", "(Session session) => session.Count")
        .Traces("a.jsonl", Traces)
        .Traces("b.jsonl", Traces[7]);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Nothing_is_scored_again_that_did_not_change_but_errors()
    {
        await RunAsync();

        var again = await RunAsync("--reuse", "last");
        var errorsToo = await RunAsync("--reuse", "last", "--reuse-errors");

        again.Reused("length").ShouldBe(Count);
        again.Reused("picky").ShouldBe(Count - 12);
        again.Reused("turns").ShouldBe(7);
        again.Record["reused"]?["run_id"]?.ToString().ShouldNotBeNullOrEmpty();
        errorsToo.Reused("picky").ShouldBe(Count);
        await ShouldBeAsIfScoredAsync(again, errorsToo);
    }

    [Fact]
    public async Task A_scorer_that_changed_is_scored_again_and_no_other()
    {
        await RunAsync();
        workspace.Scorer("length", "(string outputs) => outputs.Length + 1").Scorer("new", "(Trace trace) => trace.Spans.Count");

        var run = await RunAsync("--reuse", "last");

        run.Reused("length").ShouldBe(0);
        run.Reused("new").ShouldBe(0);
        run.Reused("picky").ShouldBe(Count - 12);
        run.Reused("turns").ShouldBe(7);
        await ShouldBeAsIfScoredAsync(run);
    }

    [Fact]
    public async Task A_session_scorer_that_changed_is_scored_again_and_no_other()
    {
        await RunAsync();
        workspace.Scorer("turns", "(Session session) => session.Count * 2");

        var run = await RunAsync("--reuse", "last");

        run.Reused("turns").ShouldBe(0);
        run.Reused("length").ShouldBe(Count);
        await ShouldBeAsIfScoredAsync(run);
    }

    [Fact]
    public async Task A_trace_that_changed_moved_or_went_is_told_from_those_that_did_not()
    {
        await RunAsync();
        workspace.Traces("a.jsonl", [Trace("tr-new", "s-1", "new"), "{broken", .. Traces[..50], Trace("tr-50", null, "changed"), "", .. Traces[52..]]);

        var run = await RunAsync("--reuse", "last");

        // One came, one changed, one went; the sessions of two of them are others now.
        run.Reused("length").ShouldBe(Count - 2);
        run.Reused("turns").ShouldBe(5);
        run.Error.ShouldContain("traces/a.jsonl(2)");
        await ShouldBeAsIfScoredAsync(run);
    }

    [Theory]
    [InlineData("--where", "session_id = 's-2'")]
    [InlineData("--trace-id", "tr-8")]
    [InlineData("--limit", "30")]
    [InlineData("--isolation", "process")]
    [InlineData("--isolation", "scorer")]
    public async Task However_the_traces_are_chosen_the_results_are_those_of_a_run_that_scored_all(params string[] options)
    {
        await RunAsync();
        workspace.Scorer("length", "(string outputs) => outputs.Length + 2");

        var run = await RunAsync(["--reuse", "last", .. options]);
        var back = await RunAsync("--reuse", "last");

        run.Reused("picky").ShouldBeGreaterThan(0);
        run.Lines.ShouldBe((await RunAsync(options)).Lines);
        await ShouldBeAsIfScoredAsync(back);
    }

    [Fact]
    public async Task A_limit_holds_where_nothing_changed()
    {
        await RunAsync();

        var run = await RunAsync("--reuse", "last", "--limit", "30");

        run.Reused("length").ShouldBe(30);
        run.Lines.ShouldBe((await RunAsync("--limit", "30")).Lines);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_keeps_nothing_from_being_taken_over()
    {
        workspace.Traces("c.jsonl", Trace("tr-half", null, "bro\\ud83dken \ud83d"));
        await RunAsync();

        var run = await RunAsync("--reuse", "last");

        run.Reused("length").ShouldBe(Count + 1);
        await ShouldBeAsIfScoredAsync(run);
    }

    [Fact]
    public async Task Packed_files_and_quarantined_scorers_are_taken_over_as_they_would_be_scored()
    {
        workspace.Scorer("slow", "(string outputs) => { if (outputs.Length is > 20 and < 30) while (true) { } return 1; }").Gzip("traces/c.jsonl.gz", [.. Enumerable.Range(0, 30).Select(i => Trace($"z-{i}", "s-1", "packed"))]);
        string[] bounds = ["--isolation", "process", "--timeout", "0.3s", "--jobs", "1"];
        await RunAsync(bounds);

        var run = await RunAsync(["--reuse", "last", .. bounds]);

        run.Reused("slow").ShouldBeGreaterThanOrEqualTo(21);
        run.Reused("length").ShouldBe(Count + 30);
        run.Lines.ShouldBe((await RunAsync(bounds)).Lines);
    }

    [Fact]
    public async Task Another_allowlist_takes_nothing_over()
    {
        await RunAsync();
        var allowlist = workspace.File("list.yaml", [.. AllowlistText.Embedded.Content.ToArray(), .. "\n# more\n"u8]).At("list.yaml");

        var run = await RunAsync("--reuse", "last", "--allowlist", allowlist);

        run.Reused("length").ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_taken_over_is_said_and_scored()
    {
        (await RunAsync("--reuse", "last")).Error.ShouldContain("There is no run in 'results' yet, so nothing is taken over.");
        var record = RunFolder.RecordPath(Directory.GetDirectories(workspace.At("results")).Single());
        File.WriteAllBytes(record, [1, 2, 3]);
        (await RunAsync("--reuse", "last")).Error.ShouldContain("is of another version of scripthost, so nothing is taken over.");
        File.Delete(RunFolder.RecordPath(RunFolder.Find(workspace.At("results"), RunFolder.Last)));
        (await RunAsync("--reuse", "last")).Error.ShouldContain("or its 'outcomes.bin' was deleted, so nothing is taken over.");

        (await workspace.ScoreAsync("--reuse", "20200101-000000-0000")).ExitCode.ShouldBe(5);
        (await workspace.ScoreAsync("--reuse-errors")).Error.ShouldContain("name it with --reuse");
    }

    private static string Trace(string id, string? session, string outputs) => TraceTexts.With(id, session ?? "none", $"\"{outputs}\"")
        .Replace("\"mlflow.trace.session\":\"none\",", "", StringComparison.Ordinal);

    private async Task ShouldBeAsIfScoredAsync(params Scored[] runs)
    {
        var whole = await RunAsync();
        foreach (var run in runs)
        {
            run.Lines.ShouldBe(whole.Lines);
            run.Record["metrics"]?.ToJsonString().ShouldBe(whole.Record["metrics"]?.ToJsonString());
            run.Record["outcomes"]?.ToJsonString().ShouldBe(whole.Record["outcomes"]?.ToJsonString());
        }
    }

    private async Task<Scored> RunAsync(params string[] options)
    {
        var (_, lines, error) = await workspace.ScoreAsync(["--max-errors", "1000", .. options]);
        var record = JsonNode.Parse(File.ReadAllText(Path.Combine(RunFolder.Find(workspace.At("results"), RunFolder.Last), "run.json"))).ShouldNotBeNull();

        return new(lines, error, record);
    }

    private sealed record Scored(string[] Lines, string Error, JsonNode Record)
    {
        public int Reused(string scorer) => Record["reused"]?["outcomes"]?[scorer]?.GetValue<int>() ?? 0;
    }
}
