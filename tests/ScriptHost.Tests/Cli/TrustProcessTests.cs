using System.Diagnostics;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

/// <summary>Trusted code in the built program, as a process of its own.</summary>
public sealed class TrustProcessTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("reaching", "(string outputs) => System.IO.File.Exists(\"traces/a.jsonl\")")
        .Plugin("Acme", "public class Acme : ClassScorer { public string Score(Session session) => System.IO.Directory.GetCurrentDirectory().Length > 0 ? \"yes\" : \"no\"; }")
        .Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));

    public void Dispose() => workspace.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task A_script_and_a_plugin_run_once_they_are_trusted_and_not_after_a_byte_changed()
    {
        (await RunAsync("run")).ExitCode.ShouldBe(5);
        (await RunAsync("trust", "reaching", "--why", "It looks for a file.", "--yes", "--needs", "files")).ExitCode.ShouldBe(0);
        (await RunAsync("trust", "Acme", "--why", "It counts.", "--yes")).ExitCode.ShouldBe(0);

        var (exitCode, output, error) = await RunAsync("run", "--format", "jsonl");
        await File.AppendAllTextAsync(workspace.At("scorers/Acme/Acme.dll"), "x", TestContext.Current.CancellationToken);
        var (changed, _, refusal) = await RunAsync("run");

        exitCode.ShouldBe(0, error);
        error.ShouldContain("trusted: Acme, by ");
        error.ShouldContain("trusted: reaching (files), by ");
        output.ShouldContain("\"scorer\":\"reaching\",\"outcome\":\"scored\"");
        output.ShouldContain("\"scorer\":\"Acme\",\"outcome\":\"scored\"");
        changed.ShouldBe(5);
        refusal.ShouldStartWith($"{Path.Combine("scorers", "Acme", "Acme.dll")}(1,1): error SH2522: 'Acme' changed since it was trusted by ");
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "scripthost.dll"), .. arguments])
        {
            WorkingDirectory = workspace.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start).ShouldNotBeNull();
        program.StandardInput.Close();
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (program.ExitCode, await output, error);
    }
}
