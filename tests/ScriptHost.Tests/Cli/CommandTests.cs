using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

/// <summary>Every command, from its arguments to what it prints and how it exits.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Length = "Scorer.Define((string outputs, int least = 3) => outputs.Length >= least, description: \"Long enough.\", aggregations: [Aggregation.PassRate])";

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", Length)
        .Scorer("turns", "(Session session) => new Feedback(session.Count, rationale: session.Id)")
        .Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Run_prints_its_record_as_JSON_and_nothing_else()
    {
        var (exitCode, output, error) = await RunAsync("run", workspace.At("traces"), "--out", workspace.At("results"), "--format", "json");

        exitCode.ShouldBe(0);
        error.ShouldBe("note: 'scorers/turns.csx' is scored with in place of the built-in 'turns', from which it differs.\n");
        var run = JsonNode.Parse(output).ShouldNotBeNull();
        run.AsObject().Select(m => m.Key).ShouldBe(
        [
            "schema_version", "run_id", "started_at", "duration_ms", "exit_code", "metrics", "outcomes", "traces", "sessions", "scorers", "preset",
            "thresholds", "inputs", "problems", "isolation", "containment", "allowlist_hash", "versions",
        ]);
        run["metrics"].ShouldNotBeNull().ToJsonString().ShouldBe("""{"length/pass_rate":1,"turns/mean":2}""");
        run["outcomes"]?["turns"].ShouldNotBeNull().ToJsonString().ShouldBe("""{"scored":1,"error":0,"not_applicable":0,"skipped":0}""");
        File.ReadAllText(Directory.GetFiles(workspace.At("results"), "run.json", SearchOption.AllDirectories).ShouldHaveSingleItem())
            .Replace(workspace.Path + "/", "", StringComparison.Ordinal).ShouldBe(output);
    }

    [Fact]
    public async Task The_lines_on_standard_output_are_those_of_the_results_file()
    {
        var (_, output, _) = await RunAsync("run", workspace.At("traces"), "--out", workspace.At("results"), "--format", "jsonl");

        output.ShouldBe(File.ReadAllText(Directory.GetFiles(workspace.At("results"), "results.jsonl", SearchOption.AllDirectories).ShouldHaveSingleItem()));
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(l => $"{l.GetProperty("trace_id")} {l.GetProperty("scorer")} {l.GetProperty("outcome")}")
            .ShouldBe(["tr-aaaaaa length scored", "tr-bbbbbb length scored", "tr-aaaaaa turns scored"]);
    }

    [Fact]
    public async Task Traces_with_their_assessments_can_be_read_again_and_show_them_to_scripts()
    {
        workspace.File("again/seen.csx", "(Trace trace) => string.Join(\" \", trace.Assessments.Where(a => a.Source?.Type == AssessmentSourceType.Code).Select(a => $\"{a.Name}={a.Value}:{a.CreateTime is not null}\"))");
        var report = $"mlflow={workspace.At("assessed")}";
        await workspace.RunAsync("run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("results"), "--report", report);

        var (exitCode, output, _) = await workspace.RunAsync(
            "run", workspace.At("assessed"), "--scorers", workspace.At("again"), "--out", workspace.At("results"), "--format", "jsonl");

        exitCode.ShouldBe(0);
        output.ShouldContain("\"value\":\"length=true:True turns=2:True\"");
        output.ShouldContain("\"value\":\"length=true:True\"");
    }

    [Fact]
    public async Task Check_shows_all_faults_of_all_scripts_with_their_places()
    {
        workspace.Scorer("a_typo", "(string output) => 1").Scorer("b_file", "(string outputs) =>\n    System.IO.File.Exists(outputs)").Scorer("c_none", "int Judge(string outputs) => 1;");

        var (exitCode, output, error) = await workspace.RunAsync("check", workspace.At("scorers"), "--format", "json");

        exitCode.ShouldBe(5);
        error.ShouldBe("2 scorers, 3 errors, 0 warnings\n");
        JsonNode.Parse(output).ShouldNotBeNull().AsArray().Select(d => $"{Path.GetFileName((string?)d?["path"])}({d?["line"]},{d?["column"]}) {d?["code"]} {d?["severity"]}")
            .ShouldBe(["a_typo.csx(1,20) SH2203 error", "b_file.csx(2,5) SH1001 error", "c_none.csx(1,1) SH2103 error"]);
    }

    [Fact]
    public async Task A_bad_script_keeps_everything_from_being_scored()
    {
        workspace.Scorer("bad", "(string outputs) => outputs.Lenght");

        var (exitCode, output, error) = await RunAsync("run", workspace.At("traces"), "--out", workspace.At("results"));

        exitCode.ShouldBe(5);
        output.ShouldBeEmpty();
        error.ShouldContain("scorers/bad.csx(1,29): error CS1061: ");
        error.ShouldContain("Did you mean 'Length'?");
        Directory.Exists(workspace.At("results")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scorer_that_is_not_there_is_told_with_the_one_that_was_meant()
    {
        var (exitCode, _, error) = await RunAsync("run", workspace.At("traces"), "--scorer", "lenght", "--out", workspace.At("results"));

        exitCode.ShouldBe(5);
        error.ShouldContain("There is no scorer 'lenght'. Did you mean 'length'?");
    }

    [Theory]
    [InlineData("(Trace trace) => trace.Tags.Count", "reads         trace (of its spans only the root)\n")]
    [InlineData("(Trace trace) => trace.Spans.Count", "reads         trace\n")]
    public async Task Show_says_whether_a_trace_is_read_but_for_its_spans(string text, string told)
    {
        workspace.Scorer("taken", text);

        (await RunAsync("show", "taken")).Out.ShouldContain(told);
    }

    [Fact]
    public async Task List_and_show_say_what_a_scorer_is()
    {
        var (_, listed, _) = await RunAsync("list", "scorers");
        var (exitCode, shown, _) = await RunAsync("show", "length");

        exitCode.ShouldBe(0);
        listed.ShouldContain("turns   session");
        shown.ShouldContain("(string outputs, int least = 3) => bool");
        shown.ShouldContain("about         Long enough.");
        shown.ShouldContain("metrics       pass_rate");
    }

    [Fact]
    public async Task What_is_built_in_is_listed_beside_a_folder_of_ones_own()
    {
        var (exitCode, listed, _) = await RunAsync("list", "scorers", "--built-in");

        exitCode.ShouldBe(0);
        listed.ShouldContain("rouge_l");
        listed.ShouldNotContain("(string outputs, int least = 3)");
    }

    [Fact]
    public async Task Try_shows_one_scorer_on_one_trace_and_exits_with_9_when_it_fails()
    {
        workspace.Scorer("fails", "int Score(string outputs)\n{\n    if (outputs.Length > 0)\n        throw new InvalidOperationException(\"no – really\");\n    return 1;\n}");

        var (exitCode, output, _) = await RunAsync("try", "fails", "tr-aaaaaa", "--traces", workspace.At("traces"));

        exitCode.ShouldBe(9);
        output.ShouldContain("fails = SCORER_ERROR: no – really");
        output.ShouldContain("fails.csx:line 4");
    }

    [Fact]
    public async Task Explain_shows_the_trace_and_its_session()
    {
        var (exitCode, output, _) = await RunAsync("explain", "tr-bbbb", "--traces", workspace.At("traces"));
        var (unknown, _, error) = await RunAsync("explain", "tr-bbbc", "--traces", workspace.At("traces"));

        exitCode.ShouldBe(0);
        output.ShouldStartWith("tr-bbbbbb\n");
        output.ShouldContain("length = true");
        output.ShouldContain("turns = 2\n                    s-1");
        unknown.ShouldBe(5);
        error.ShouldContain("There is no trace 'tr-bbbc'");
    }

    [Fact]
    public async Task A_new_scorer_passes_the_check_and_is_not_overwritten()
    {
        (await RunAsync("new", "scorer", "brand_new")).ExitCode.ShouldBe(0);
        (await workspace.RunAsync("check", workspace.At("scorers/brand_new.csx"))).ExitCode.ShouldBe(0);

        var (exitCode, _, error) = await RunAsync("new", "scorer", "Brand_New");

        exitCode.ShouldBe(5);
        error.ShouldContain("There is a scorer");
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) =>
        workspace.RunAsync([.. arguments, "--scorers", workspace.At("scorers")]);
}
