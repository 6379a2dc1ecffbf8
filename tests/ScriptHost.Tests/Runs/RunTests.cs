using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

public sealed class RunTests
{
    private const string Length = "(string outputs) => outputs.Length";
    private const string Turns = "(Session session) => string.Join(\" \", session.Select(t => t.Id))";

    [Fact]
    public async Task A_malformed_trace_is_reported_with_its_place_and_the_others_go_on()
    {
        using var workspace = new Workspace().Scorer("length", Length)
            .Traces("a.jsonl", TraceTexts.With("tr-1"), "", "{\"info\": nul}", TraceTexts.With("tr-2"));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        Ids(lines).ShouldBe(["tr-1", "tr-2"]);
        error.ShouldContain($"traces/a.jsonl(3): byte {Encoding.UTF8.GetByteCount(TraceTexts.With("tr-1")) + 2 + 12}: ");
    }

    [Fact]
    public async Task With_strict_a_malformed_trace_ends_in_exit_code_5()
    {
        using var workspace = new Workspace().Scorer("length", Length).Traces("a.jsonl", TraceTexts.With("tr-1"), "{");

        (await workspace.ScoreAsync("--strict")).ExitCode.ShouldBe(5);
    }

    [Fact]
    public async Task Lines_are_counted_on_where_a_large_file_is_cut()
    {
        var traces = Enumerable.Range(0, 2000).Select(i => i == 1717 ? "{" : TraceTexts.With($"tr-{i}")).ToArray();
        using var workspace = new Workspace().Scorer("length", Length).Traces("a.jsonl", traces);

        var (exitCode, lines, error) = await workspace.ScoreAsync("--jobs", "3");

        exitCode.ShouldBe(0);
        Ids(lines).ShouldBe(Enumerable.Range(0, 2000).Where(i => i != 1717).Select(i => $"tr-{i}"));
        error.ShouldContain("traces/a.jsonl(1718): byte ");
    }

    [Fact]
    public async Task Of_two_traces_with_one_id_the_first_is_scored_and_other_content_is_reported()
    {
        using var workspace = new Workspace().Scorer("length", Length)
            .Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-1"))
            .Traces("b.jsonl", TraceTexts.With("tr-1", outputs: "\"other\""));

        var (_, lines, error) = await workspace.ScoreAsync();

        Values(lines).ShouldBe(["5"]);
        error.ShouldContain("traces/b.jsonl(1): trace 'tr-1' stood before with other content; the first one is scored.");
        error.ShouldNotContain("a.jsonl(2)");
    }

    public static TheoryData<string, string> Layouts => new()
    {
        { "one.json", TraceTexts.V3Indented },
        { "list.json", $"[\n{TraceTexts.With("tr-1")},\n{TraceTexts.With("tr-2")}\n]" },
        { "list-in-lines.jsonl", $"[{TraceTexts.With("tr-1")}, {TraceTexts.With("tr-2")}]" },
        { "lines.json", $"{TraceTexts.With("tr-1")}\r\n{TraceTexts.With("tr-2")}\r\n" },
        { "lines.ndjson", $"\uFEFF{TraceTexts.With("tr-1")}\n\n{TraceTexts.With("tr-2")}" },
        { "indented.jsonl", $"{TraceTexts.V3Indented}\n" },
        { "one-after-the-other.json", $"{TraceTexts.V3Indented}\n{Indented(TraceTexts.With("tr-2"))}" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Traces_are_found_however_they_are_laid_out(string name, string text)
    {
        using var workspace = new Workspace().Scorer("length", Length).File($"traces/{name}", text).File($"traces/{name}.gz", Pack(text));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0, error);
        Values(lines).ShouldAllBe(v => v == "5");
        lines.Length.ShouldBe(text.Split("\"execution_duration_ms\"").Length - 1);
        error.ShouldNotContain("byte");
    }

    [Fact]
    public async Task A_cut_gzip_file_is_reported_and_what_stands_before_the_cut_is_scored()
    {
        var packed = Pack(string.Concat(Enumerable.Range(0, 500).Select(i => TraceTexts.With($"tr-{i}", outputs: $"\"{Guid.NewGuid()}\"") + "\n")));
        using var workspace = new Workspace().Scorer("length", Length).File("traces/a.jsonl.gz", packed[..(packed.Length / 2)]);

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        lines.Length.ShouldBeInRange(50, 499);
        error.ShouldContain("a.jsonl.gz");
        error.ShouldContain("the gzip data is damaged, or the file is cut");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public async Task Wherever_a_gzip_file_is_cut_nothing_is_scored_that_was_never_written(int count)
    {
        using var workspace = new Workspace().Scorer("echo", "(string outputs) => outputs");
        var traces = Enumerable.Range(0, count).Select(i => TraceTexts.With($"tr-{i}", outputs: $"\"The same words, again and again, and {i}.\"") + "\n").ToArray();
        var packed = Pack(string.Concat(traces));
        var whole = (await workspace.File("traces/a.jsonl.gz", packed).ScoreAsync()).Lines;
        var most = 0;

        for (var cut = 30; cut < packed.Length; cut += 1 + (packed.Length / 17))
        {
            var (_, lines, error) = await workspace.File("traces/a.jsonl.gz", packed[..cut]).ScoreAsync();

            lines.ShouldBe(whole[..lines.Length]);
            error.ShouldContain("the gzip data is damaged, or the file is cut");
            error.Split('\n').Count(l => l.StartsWith("warning: ", StringComparison.Ordinal)).ShouldBe(1);
            most = Math.Max(most, lines.Length);
        }

        most.ShouldBeGreaterThan(count / 2);
    }

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("trailing words")]
    public async Task What_stands_behind_a_gzip_file_is_passed_over(string rest)
    {
        using var workspace = new Workspace().Scorer("length", Length).File("traces/a.jsonl.gz", [.. Pack(TraceTexts.With("tr-1")), .. Encoding.UTF8.GetBytes(rest)]);

        var (exitCode, lines, error) = await workspace.ScoreAsync("--strict");

        exitCode.ShouldBe(0, error);
        lines.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html></html>\n", "HTML")]
    [InlineData("\u0001\0binary", "no UTF-8 text")]
    [InlineData("[{\"info\":", "the document is cut")]
    [InlineData("[1, 2]", "expected '{', found '1'")]
    public async Task A_file_that_holds_no_traces_is_one_fault(string text, string expected)
    {
        using var workspace = new Workspace().Scorer("length", Length).File("traces/a.json", text).Traces("b.jsonl", TraceTexts.With("tr-1"));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        Ids(lines).ShouldBe(["tr-1"]);
        error.ShouldContain("traces/a.json");
        error.ShouldContain(expected);
    }

    [Fact]
    public async Task Sessions_go_across_files_packed_or_not_oldest_trace_first()
    {
        using var workspace = new Workspace().Scorer("turns", Turns)
            .Traces("a.jsonl", At("tr-late", "s-1", "2026-01-03"), At("tr-other", "s-2", "2026-01-01"))
            .File("traces/b.jsonl.gz", Pack(At("tr-first", "s-1", "2026-01-01")))
            .File("traces/c.json", Indented(At("tr-middle", "s-1", "2026-01-02")));

        var (exitCode, lines, _) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        Values(lines).ShouldBe(["tr-other", "tr-first tr-middle tr-late"]);
        Ids(lines).ShouldBe(["tr-other", "tr-first"]);
        lines.Select(l => JsonNode.Parse(l)?["session_id"]?.ToString()).ShouldBe(["s-2", "s-1"]);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("process")]
    [InlineData("scorer")]
    public async Task A_folder_without_a_scorer_is_told(string isolation)
    {
        using var workspace = new Workspace().File("scorers/notes.txt", "").Traces("a.jsonl", TraceTexts.With("tr-1"));

        var (exitCode, lines, error) = await workspace.ScoreAsync("--isolation", isolation);

        exitCode.ShouldBe(8, error);
        lines.ShouldBeEmpty();
        error.ShouldContain("There are no scorers in '");
    }

    [Fact]
    public async Task A_trace_that_a_scorer_made_is_skipped()
    {
        using var workspace = new Workspace().Scorer("length", Length).Scorer("turns", Turns).Traces("a.jsonl", TraceTexts.MadeByAScorer);

        var (exitCode, lines, _) = await workspace.ScoreAsync();

        exitCode.ShouldBe(8);
        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(l => l.Contains("\"outcome\":\"skipped\"", StringComparison.Ordinal) && l.Contains("mlflow.trace.sourceScorer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_scorers_that_give_feedback_of_one_name_are_told()
    {
        using var workspace = new Workspace().Scorer("length", Length).Scorer("other", "(string outputs) => new Feedback(0, name: \"length\")").Traces("a.jsonl", TraceTexts.With("tr-1"));

        var (exitCode, _, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        error.ShouldContain("warning: Scorers 'length' and 'other' both give feedback named 'length': its metrics are of both.");
    }

    [Fact]
    public async Task An_id_that_no_trace_has_is_told()
    {
        using var workspace = new Workspace().Scorer("length", Length).Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-2"));

        var (exitCode, lines, error) = await workspace.ScoreAsync("--trace-id", "tr-1", "--trace-id", "tr-3");

        exitCode.ShouldBe(0);
        lines.Length.ShouldBe(2);
        error.ShouldContain("warning: There is no trace 'tr-3', which --trace-id asks for.");
    }

    [Fact]
    public async Task A_trace_without_a_session_is_skipped_by_session_scorers_and_says_why()
    {
        using var workspace = new Workspace().Scorer("turns", Turns).Scorer("length", Length).Traces("a.jsonl", TraceTexts.BareInfo);

        var (_, lines, _) = await workspace.ScoreAsync();

        lines.Select(l => JsonNode.Parse(l)?["outcome"]?.ToString()).ShouldBe(["scored", "skipped"]);
        lines[1].ShouldContain("no session id");
    }

    [Fact]
    public async Task What_a_filter_leaves_out_is_skipped_and_says_so()
    {
        using var workspace = new Workspace().Scorer("length", Length).Scorer("turns", Turns)
            .Traces("a.jsonl", TraceTexts.With("tr-1", "s-1"), TraceTexts.With("tr-2", "s-2"));

        var (_, lines, _) = await workspace.ScoreAsync("--where", "session_id = 's-2'");

        lines.Select(l => JsonNode.Parse(l)).Select(l => $"{l?["trace_id"]} {l?["scorer"]} {l?["outcome"]}").ShouldBe(
            ["tr-1 length skipped", "tr-2 length scored", "tr-1 turns skipped", "tr-2 turns scored"]);
    }

    [Fact]
    public async Task A_limit_counts_traces_that_are_selected_each_id_once()
    {
        using var workspace = new Workspace().Scorer("length", Length)
            .Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-1"), TraceTexts.With("tr-2"), TraceTexts.With("tr-3"));

        var (_, lines, _) = await workspace.ScoreAsync("--limit", "2");

        Ids(lines).ShouldBe(["tr-1", "tr-2"]);
    }

    [Fact]
    public async Task A_call_that_heeds_its_token_costs_only_its_own_pair()
    {
        using var workspace = new Workspace()
            .Scorer("slow", """
                (Trace trace, CancellationToken cancellationToken) =>
                {
                    while (trace.Id == "tr-1") cancellationToken.ThrowIfCancellationRequested();
                    return true;
                }
                """)
            .Scorer("length", Length)
            .Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-2"));

        var (exitCode, lines, _) = await workspace.ScoreAsync("--timeout", "200ms");

        exitCode.ShouldBe(9);
        lines.Length.ShouldBe(4);
        lines.ShouldContain(l => l.Contains("SCORER_TIMEOUT", StringComparison.Ordinal) && l.Contains("tr-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_hangs_is_named_and_ends_the_run_with_exit_code_9()
    {
        // Nobody can end its thread: for ever, it would keep a core busy for all other tests.
        using var workspace = new Workspace()
            .Scorer("hangs", "(Trace trace) => { if (trace.Id == \"tr-2\") for (var i = 0L; i < 20_000_000_000; i++) { } return true; }")
            .Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-2"), TraceTexts.With("tr-3"));

        var (exitCode, lines, error) = await workspace.ScoreAsync("--timeout", "200ms");

        exitCode.ShouldBe(9);
        Ids(lines).ShouldBe(["tr-1", "tr-2"]);
        lines[1].ShouldContain("SCORER_TIMEOUT");
        error.ShouldContain("Scorer 'hangs' hangs on trace 'tr-2'");
    }

    [Fact]
    public async Task An_empty_folder_scores_nothing_and_says_so()
    {
        using var workspace = new Workspace().Scorer("length", Length).File("traces/notes.txt", "no traces here");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(8);
        lines.ShouldBeEmpty();
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_same_bytes_come_out_however_many_jobs_there_are()
    {
        var traces = Enumerable.Range(0, 600).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 37}", $"\"{new string('x', i % 91)}\"")).ToArray();
        using var workspace = new Workspace().Scorer("length", Length).Scorer("turns", Turns)
            .Scorer("halves", "(Trace trace) => trace.Id.EndsWith('7') ? throw new InvalidOperationException(trace.Id) : 1.0 / trace.Id.Length")
            .Traces("a.jsonl", traces[..300]).Traces("b.jsonl", traces[300..]);

        var one = await workspace.ScoreAsync("--jobs", "1");
        var many = await workspace.ScoreAsync("--jobs", "5");

        many.Lines.ShouldBe(one.Lines);
        many.ExitCode.ShouldBe(one.ExitCode);
    }

    private static IEnumerable<string?> Ids(IEnumerable<string> lines) => lines.Select(l => JsonNode.Parse(l)?["trace_id"]?.ToString());

    private static IEnumerable<string?> Values(IEnumerable<string> lines) =>
        lines.Select(l => JsonNode.Parse(l)?["assessments"]?[0]?["feedback"]?["value"]?.ToString());

    private static string At(string id, string session, string day) =>
        TraceTexts.With(id, session).Replace("2026-11-21T08:00:00", $"{day}T08:00:00", StringComparison.Ordinal);

    private static string Indented(string json) => JsonNode.Parse(json)?.ToJsonString(new() { WriteIndented = true }) ?? "";

    private static byte[] Pack(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
