using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

/// <summary><c>run --report</c>, through the program.</summary>
public sealed class ReportRequestTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("jsonl=", "--report is 'jsonl='; it must be")]
    [InlineData("josnl=a", "Did you mean 'jsonl'?")]
    [InlineData("sarif=a", "scripthost check --format sarif.")]
    [InlineData("jsonl=a,mlflow=a", "--report names 'a' twice, for jsonl and for mlflow; each report needs a path of its own.")]
    public async Task A_report_that_makes_no_sense_is_told_before_anything_is_scored(string report, string expected)
    {
        var (exitCode, output, error) = await RunAsync("--report", report);

        exitCode.ShouldBe(5);
        output.ShouldBeEmpty();
        error.ShouldContain(expected);
        Directory.Exists(workspace.At("results")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_cannot_take_a_report_that_is_a_file()
    {
        var (exitCode, _, error) = await RunAsync("--report", $"jsonl={workspace.At("traces")}");

        exitCode.ShouldBe(5);
        error.ShouldContain("is a folder; a report needs the name of a file.");
    }

    [Fact]
    public async Task Many_reports_are_written_by_one_option_or_by_many_and_a_comma_in_a_path_parts_nothing()
    {
        var (one, two, three) = (workspace.At("new/a,b.jsonl"), workspace.At("two.jsonl"), workspace.At("three.jsonl"));

        var (exitCode, output, error) = await RunAsync("--format", "jsonl", "--report", $"jsonl={one},jsonl={two}", "--report", $"jsonl={three}");

        exitCode.ShouldBe(0, error);
        foreach (var path in (string[])[one, two, three])
        {
            File.ReadAllText(path).ShouldBe(output);
        }
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_told_and_leaves_the_exit_code_alone()
    {
        workspace.File("file", "");

        var (exitCode, output, error) = await RunAsync("--format", "jsonl", "--report", $"jsonl={workspace.At("file/below.jsonl")}");

        exitCode.ShouldBe(0);
        output.ShouldNotBeEmpty();
        error.ShouldContain("warning: A report could not be written: ");
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) =>
        workspace.RunAsync(["run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("results"), .. arguments]);
}
