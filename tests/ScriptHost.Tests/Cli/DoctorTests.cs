using System.Text.RegularExpressions;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().Traces(
        "a.jsonl",
        TraceTexts.With("tr-1", "s-1"),
        TraceTexts.With("tr-2", "s-1"),
        TraceTexts.With("tr-3", "s-2"),
        TraceTexts.With("tr-1", "s-1"),
        TraceTexts.With("tr-2", "s-1", "\"another answer\""),
        "{\"info\":");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task It_says_what_was_understood_and_what_was_not()
    {
        var (exitCode, output, error) = await DoctorAsync();

        exitCode.ShouldBe(0, error);
        output.ShouldMatch(@"read\s+3 from 1 files");
        output.ShouldMatch(@"formats\s+3 MLflow schema 3");
        output.ShouldMatch(@"sessions\s+2, the longest of 2 traces");
        output.ShouldMatch(@"duplicates\s+1 with the same content, 1 with other content under the same id; the first one counts");
        output.ShouldMatch(@"malformed\s+1\n\s+traces/a\.jsonl\(6\): byte \d+: ");
        output.ShouldContain("retrieved documents in all: no span is of type RETRIEVER");
    }

    [Fact]
    public async Task It_says_which_shipped_scorers_apply_and_why_the_others_do_not()
    {
        var (_, output, _) = await DoctorAsync();

        output.ShouldMatch(@"response_completeness\s+3\s+0\s+0\s+Whether the answer looks finished: true or false\.");
        output.ShouldMatch(@"turns\s+2\s+0\s+0\s+");
        var others = output[output.IndexOf("do not apply", StringComparison.Ordinal)..];
        others.ShouldMatch(@"citation\s+\S+");
        others.ShouldNotContain("response_completeness");
    }

    [Fact]
    public async Task The_preset_that_it_writes_passes_the_check_and_a_run()
    {
        var path = workspace.At("presets/starter.yaml");

        var (exitCode, _, error) = await DoctorAsync("--preset-out", path);
        var check = await workspace.RunAsync("check", path);
        var run = await workspace.RunAsync("run", workspace.At("traces"), "--preset", "starter", "--presets", workspace.At("presets"), "--out", workspace.At("results"));

        exitCode.ShouldBe(0, error);
        error.ShouldMatch(@"The preset 'presets/starter\.yaml' is written, with \d+ scorers");
        check.ExitCode.ShouldBe(0, check.Out + check.Error);
        check.Out.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("response_completeness/pass_rate");
        Regex.Count(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), "level: warn").ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("there.yaml", "is there already; a preset is not written over.")]
    [InlineData("new.txt", "is no file for a preset: it must end in .yaml")]
    [InlineData("a b.yaml", "is no file for a preset")]
    public async Task A_file_that_cannot_be_the_preset_is_told_first(string name, string expected)
    {
        workspace.File("there.yaml", "mine");

        var (exitCode, output, error) = await DoctorAsync("--preset-out", workspace.At(name));

        exitCode.ShouldBe(5);
        output.ShouldBeEmpty();
        error.ShouldContain(expected);
        (await File.ReadAllTextAsync(workspace.At("there.yaml"), TestContext.Current.CancellationToken)).ShouldBe("mine");
    }

    [Fact]
    public async Task Without_a_single_trace_it_says_so_and_exits_with_8()
    {
        workspace.File("traces/a.jsonl", "{\"a\": 1}\n");

        var (exitCode, output, error) = await DoctorAsync();

        exitCode.ShouldBe(8);
        output.ShouldContain("malformed     1");
        error.ShouldContain("There is no well-formed trace");
    }

    [Fact]
    public async Task Standard_input_cannot_be_read_twice()
    {
        var (exitCode, _, error) = await workspace.RunAsync("doctor", "-");

        exitCode.ShouldBe(5);
        error.ShouldContain("doctor reads the traces twice");
    }

    [Fact]
    public async Task Explain_says_where_inputs_and_outputs_come_from_and_what_is_lacking()
    {
        workspace.Scorer("length", "(string outputs) => outputs.Length").Scorer("wanted", "(string outputs) => outputs.Length > 100");

        var (exitCode, output, error) = await workspace.RunAsync("explain", "tr-3", "--traces", workspace.At("traces"), "--scorers", workspace.At("scorers"));

        exitCode.ShouldBe(0, error);
        output.ShouldContain("(attribute 'mlflow.spanInputs' of the root span 'agent' (AGENT))");
        output.ShouldContain("(attribute 'mlflow.spanOutputs' of the root span 'agent' (AGENT))");
        output.ShouldContain("retrieved documents: no span is of type RETRIEVER");
        output.ShouldContain("2 scorers: ");
    }

    private Task<(int ExitCode, string Out, string Error)> DoctorAsync(params string[] arguments) => workspace.RunAsync(["doctor", workspace.At("traces"), .. arguments]);
}
