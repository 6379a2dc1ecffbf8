using System.Diagnostics;
using System.Text.Json.Nodes;
using ScriptHost.Traces;
using ScriptHost.Workers;

namespace ScriptHost.Runs;

/// <summary>Runs of more traces than a run keeps the ids of in memory.</summary>
public sealed class ManyTracesRunTests : IDisposable
{
    private const int Count = 40_000;
    private const int Again = 4_000;

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Traces("a.jsonl", [.. Enumerable.Range(0, Count).Select(i => Trace(i, "first"))]);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Traces_that_come_again_long_after_are_duplicates_and_told_when_they_changed()
    {
        workspace.Traces("b.jsonl", [.. Enumerable.Range(0, Again).Select(i => Trace(10 * i, i < 3 ? "second" : "first"))]);

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0, error);
        lines.Length.ShouldBe(Count);
        var record = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(workspace.At("results"), "run.json", SearchOption.AllDirectories).Single()));
        (record?["traces"]?["duplicate"]?.GetValue<int>()).ShouldBe(Again);
        error.ShouldContain("traces/b.jsonl(1): trace 'tr-0' stood before with other content; the first one is scored.");
        error.ShouldContain("traces/b.jsonl(3): trace 'tr-20' stood before with other content; the first one is scored.");
        error.ShouldNotContain("traces/b.jsonl(4)");
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_folder_for_temporary_files_the_run_says_which_and_how_to_name_another()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere another variable names the folder.");
        var start = ProgramUnderTest.In(workspace, "run", "--isolation", "none", "--format", "none");
        start.Environment["TMPDIR"] = workspace.At("nowhere");

        using var program = Process.Start(start).ShouldNotBeNull();
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(5, error);
        error.ShouldContain($"The folder for temporary files, '{workspace.At("nowhere")}/', takes none: ");
        error.ShouldContain("TMPDIR names another. What was scored until then is in 'results/");
    }

    private static string Trace(int number, string answer) => TraceTexts.With($"tr-{number}", outputs: $"\"{answer}\"");
}
