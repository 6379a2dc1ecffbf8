using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Html;

public sealed class HtmlReportTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("same", "(Trace trace) => new Feedback(trace.Id.EndsWith('b') ? \"no\" : \"yes\", rationale: $\"It is '{trace.Id}'.\")")
        .Scorer("breaks", "(Trace trace) => trace.Id.EndsWith('c') ? throw new InvalidOperationException(\"not this one\") : 1.5")
        .Scorer("turns", "(Session session) => session.Count");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Every_trace_has_its_own_body_whatever_stands_between()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), "{ broken", TraceTexts.With("tr-bbbbbb"), TraceTexts.With("tr-aaaaaa")).Traces("b.jsonl", TraceTexts.With("tr-cccccc"));

        var page = await ReportAsync();

        var bodies = page.Bodies("trace");
        bodies.Select(b => $"{b["id"]} {Path.GetFileName((string?)b["path"])}({b["line"]})").ShouldBe(["tr-aaaaaa a.jsonl(1)", "tr-bbbbbb a.jsonl(3)", "tr-cccccc b.jsonl(1)"]);
        bodies.Select(b => string.Join(' ', ReportPage.Array(b, "outcomes").Select(o => $"{o?["scorer"]}={o?["kind"]}"))).ShouldBe(
            ["breaks=scored same=scored", "breaks=scored same=scored", "breaks=error same=scored"]);
        page.Blocks("trace-index").ShouldHaveSingleItem().Json["ids"].ShouldNotBeNull().ToJsonString().ShouldBe("""["tr-aaaaaa","tr-bbbbbb","tr-cccccc"]""");
        page.Bodies("session").ShouldHaveSingleItem()["session"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"schema_version":1,"inputs":[{}]}""")]
    [InlineData("""{"schema_version":1,"inputs":[{"path":1}]}""")]
    [InlineData("""{"schema_version":"1"}""")]
    [InlineData("""{"schema_version":0}""")]
    [InlineData("[]")]
    public async Task A_record_that_is_none_is_refused(string record)
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));
        await ReportAsync();
        var folder = Directory.GetDirectories(workspace.At("results")).ShouldHaveSingleItem();
        await File.WriteAllTextAsync(Path.Combine(folder, "run.json"), record, TestContext.Current.CancellationToken);

        (await workspace.RunAsync("report", folder, "--out", workspace.At("results"))).ExitCode.ShouldBe(5);
        (await workspace.RunAsync("diff", folder, folder, "--out", workspace.At("results"))).ExitCode.ShouldBe(record.Contains("inputs", StringComparison.Ordinal) ? 0 : 5);
    }

    [Fact]
    public async Task Huge_numbers_have_a_report()
    {
        workspace.Scorer("huge", "(Trace trace) => trace.Id.EndsWith('a') ? 1.7e308 : -1.7e308").Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));

        (await ReportAsync()).Summary.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_summary_counts_verdicts_errors_and_reasons()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"), TraceTexts.With("tr-cccccc"));

        var summary = (await ReportAsync()).Summary;

        var same = Column(summary, "same");
        (same["kind"]?.ToString(), (int?)same["passes"], (int?)same["fails"], same["direction"]?.ToString()).ShouldBe(("verdict", 2, 1, "up"));
        ((double?)same["low"]).ShouldNotBeNull().ShouldBe(0.2077, 1e-4);
        ((double?)same["high"]).ShouldNotBeNull().ShouldBe(0.9385, 1e-4);
        var breaks = Column(summary, "breaks");
        (breaks["kind"]?.ToString(), (int?)breaks["n"], (int?)breaks["errors"]).ShouldBe(("number", 2, 1));
        ReportPage.Array(summary, "groups").Select(g => $"{g?["count"]} {g?["error"]} {g?["example"]}").ShouldBe(
            ["1 false It is 'tr-bbbbbb'.", "1 true SCORER_ERROR: not this one"], ignoreOrder: true);
        ((int?)summary["failedTraces"]).ShouldBe(2);
    }

    [Fact]
    public async Task The_letters_of_the_index_say_how_each_pair_ended()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"), TraceTexts.With("tr-cccccc"));

        var page = await ReportAsync();

        var columns = ReportPage.Array(page.Summary, "columns").Select(c => (string?)c?["name"]).ToList();
        ReportPage.Array(page.Blocks("trace-index")[0].Json, "cells").Select(c => $"{columns[(int?)c?["column"] ?? 0]} {c?["letters"]} {c?["values"]?.ToJsonString()}")
            .ShouldBe(["breaks vve [1.5,1.5]", "same 101 []"]);
    }

    [Fact]
    public async Task An_input_that_changed_is_told_and_its_traces_show_outcomes_only()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));
        await workspace.ScoreAsync();
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));

        var (exitCode, _, error) = await workspace.RunAsync("report", "--out", workspace.At("results"), "-o", workspace.At("r.html"));

        exitCode.ShouldBe(0);
        error.ShouldContain("has changed since the run (1 file of ");
        error.ShouldContain("warning: 2 of 2 traces were not found again and show outcomes only");
        new ReportPage(workspace.At("r.html")).Bodies("trace").ShouldAllBe(b => !b.ContainsKey("path") && b.ContainsKey("outcomes"));
    }

    [Fact]
    public async Task Traces_that_moved_are_found_where_the_user_says()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));
        await workspace.ScoreAsync();
        Directory.Move(workspace.At("traces"), workspace.At("moved"));

        var (_, _, error) = await workspace.RunAsync("report", "--out", workspace.At("results"), "-o", workspace.At("r.html"), "--traces", workspace.At("moved"));

        error.ShouldStartWith("Report in r.html: 1 traces");
        new ReportPage(workspace.At("r.html")).Bodies("trace").ShouldHaveSingleItem().ContainsKey("messages").ShouldBeTrue();
    }

    [Fact]
    public async Task The_policy_names_the_script_and_the_style_by_their_hashes()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));

        var page = await ReportAsync();

        var policy = Regex.Match(page.Text, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldNotContain("unsafe");
        foreach (var (tag, directive) in (ReadOnlySpan<(string, string)>)[("script", "script-src"), ("style", "style-src")])
        {
            var text = Regex.Match(page.Text, $"<{tag}>(.*?)</{tag}>", RegexOptions.Singleline).Groups[1].Value;
            policy.ShouldContain($"{directive} 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
        }

        WebAsset.Script.Text.ShouldNotContain("</script", Case.Insensitive);
        WebAsset.Script.Text.ShouldNotContain("<!--");
    }

    [Fact]
    public async Task The_same_run_gives_the_same_bytes()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));
        var first = await ReportAsync();

        await workspace.RunAsync("report", "--out", workspace.At("results"), "-o", workspace.At("again.html"));

        File.ReadAllText(workspace.At("again.html")).ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_run_writes_its_report_when_asked_to()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));

        var (_, _, error) = await workspace.ScoreAsync("--report", $"html={workspace.At("out/run.html")}");

        error.ShouldContain("run.html' is written: 1 traces, 0.1 MB.");
        new ReportPage(workspace.At("out/run.html")).Bodies("trace").ShouldHaveSingleItem()["path"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Flips_against_a_baseline_are_in_the_report()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));
        await workspace.ScoreAsync();
        var before = Directory.GetDirectories(workspace.At("results")).ShouldHaveSingleItem();
        Directory.Move(before, workspace.At("before"));
        workspace.Scorer("same", "(Trace trace) => new Feedback(\"no\", rationale: \"Never.\")");
        await workspace.ScoreAsync();

        await workspace.RunAsync("report", "--out", workspace.At("results"), "-o", workspace.At("r.html"), "--baseline", workspace.At("before"));

        var baseline = new ReportPage(workspace.At("r.html")).Summary["baseline"].ShouldNotBeNull();
        var flip = ReportPage.Array(baseline, "flips").ShouldHaveSingleItem();
        (flip?["trace"]?.ToString(), flip?["worse"]?.ToString(), flip?["before"]?.ToString(), flip?["whyNow"]?.ToString()).ShouldBe(("tr-aaaaaa", "true", "yes", "Never."));
    }

    [Theory]
    [InlineData("no-such", "error: There is no run 'no-such' in 'results'.")]
    [InlineData("last", "error: There is no run in 'results'; 'scripthost run' makes one.")]
    public async Task A_run_that_is_not_there_is_told(string run, string expected)
    {
        var (exitCode, _, error) = await workspace.RunAsync("report", run, "--out", workspace.At("results"));

        exitCode.ShouldBe(5);
        error.ShouldBe(expected + "\n");
    }

    private static JsonObject Column(JsonObject summary, string name) =>
        ReportPage.Array(summary, "columns").Single(c => (string?)c?["name"] == name).ShouldNotBeNull().AsObject();

    private async Task<ReportPage> ReportAsync()
    {
        await workspace.ScoreAsync();
        var (exitCode, _, error) = await workspace.RunAsync("report", "--out", workspace.At("results"), "-o", workspace.At("report.html"));
        exitCode.ShouldBe(0, error);

        return new(workspace.At("report.html"));
    }
}
