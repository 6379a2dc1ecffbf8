using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>A compiler that ends by itself, as over a stack that overflows, is one that somebody kills.</summary>
public sealed class CompilerKillTests : IDisposable
{
    private static readonly string[] Arguments = ["traces", "--scorers", "scorers", "--isolation", "none", "--format", "none"];

    private readonly Workspace workspace = new Workspace().Traces("a.jsonl", TraceTexts.With("tr-1", "s-1", "\"a\""));

    public CompilerKillTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Compilers are found in /proc.");

    public void Dispose() => workspace.Dispose();

    [Theory(Timeout = 180_000)]
    [InlineData(300)]
    [InlineData(800)]
    [InlineData(1300)]
    public async Task Scripts_whose_compiler_ends_once_are_compiled_by_another(int milliseconds)
    {
        for (var i = 0; i < 150; i++)
        {
            AddScript($"honest{i}");
        }

        using var program = RunningProgram.Start(workspace, Arguments);
        while (program is { HasEnded: false, Compilers.Count: 0 })
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        var compilers = program.Compilers;
        foreach (var compiler in compilers)
        {
            RunningProgram.Kill(compiler);
        }

        var (exitCode, _, error) = await program.EndAsync();
        Assert.SkipWhen(compilers.Count == 0, "Compiling was over before anything was killed.");
        exitCode.ShouldBe(0, error);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_script_over_which_two_compilers_end_is_named()
    {
        AddScript("unlucky");

        using var program = RunningProgram.Start(workspace, Arguments);
        HashSet<int> killed = [];
        while (!program.HasEnded)
        {
            foreach (var compiler in program.Compilers)
            {
                RunningProgram.Kill(compiler);
                killed.Add(compiler);
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var (exitCode, _, error) = await program.EndAsync();
        exitCode.ShouldBe(5);
        error.ShouldContain("(its process ended); simplify the script.");

        // The first one may have ended before it had the script.
        killed.Count.ShouldBeInRange(2, 3);
    }

    // Not to be found in any cache.
    private void AddScript(string name) => workspace.Scorer(name, $"// {Guid.NewGuid()}\n(string outputs) => outputs.Length");
}
