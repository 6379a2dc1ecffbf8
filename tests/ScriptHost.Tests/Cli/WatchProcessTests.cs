using System.Diagnostics;
using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Traces;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary>Watching as a process of its own, with workers that stay.</summary>
public sealed class WatchProcessTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Scorer("size", "(string outputs) => outputs.Length")
        .Traces("a.jsonl", TraceTexts.With("tr-1"), TraceTexts.With("tr-2"));

    private Process? program;

    public void Dispose()
    {
        // What did not end as it should must not go on behind the tests.
        if (program is { HasExited: false })
        {
            program.Kill(entireProcessTree: true);
        }

        program?.Dispose();
        workspace.Dispose();
    }

    [Fact(Timeout = 240_000)]
    public async Task A_file_that_is_replaced_is_read_a_script_that_hangs_is_left_when_mended_and_Ctrl_C_ends_it_all()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signal is sent with kill, and a path that is another file by now is Landlock's matter.");
        var start = ProgramUnderTest.In(workspace, "watch", "traces/a.jsonl", "--scorers", "scorers");
        start.Environment["SCRIPTHOST_CACHE"] = workspace.At("cache");
        program = Process.Start(start).ShouldNotBeNull();
        var started = await RoundAsync(program);

        // As editors save: what workers were told that they may read is another file.
        workspace.File("draft", TraceTexts.With("tr-1") + "\n" + TraceTexts.With("tr-3"));
        File.Move(workspace.At("draft"), workspace.At("traces/a.jsonl"), overwrite: true);
        var replaced = await RoundAsync(program);
        workspace.Scorer("size", "(string outputs) => { while (true) { } return 1; }");
        await RoundBeginsAsync(2);
        workspace.Scorer("size", "(string outputs) => 1");
        var mended = await RoundAsync(program);
        using var kill = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]);
        var rest = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        started.ShouldContain("started: 4 of 4 pairs scored, ");
        replaced.ShouldContain("traces/a.jsonl changed: 2 of 4 pairs scored, ");
        mended.ShouldContain("scorers/size.csx changed: 2 of 4 pairs scored (size), ");
        mended.ShouldNotContain("TIMEOUT");
        rest.Trim().ShouldBeEmpty();
        program.ExitCode.ShouldBe(0);
        Directory.GetFileSystemEntries(workspace.At("tmp"), "scripthost-watch-*").ShouldBeEmpty();
        Directory.Exists(workspace.At("results")).ShouldBeFalse();
    }

    private async Task RoundBeginsAsync(int number)
    {
        while (Directory.GetFiles(workspace.At("tmp"), $"round-{number}", SearchOption.AllDirectories).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> RoundAsync(Process program)
    {
        var lines = new List<string>();
        while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.Contains("duplicates", StringComparison.Ordinal))
            {
                return string.Join('\n', lines);
            }
        }

        throw new InvalidOperationException($"Watching ended: {await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }
}
