using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>Trusted code that ruins the process that it runs in, in ways that no script could: the run goes on.</summary>
public sealed class PoisonedWorkerTests : IDisposable
{
    private const string Pipe =
        """
        static System.IO.Stream Pipe()
        {
            foreach (var number in System.IO.Directory.GetFiles("/proc/self/fd"))
                if (System.IO.File.ResolveLinkTarget(number, false)?.Name.StartsWith("pipe:") == true && !number.EndsWith("/2") && !number.EndsWith("/1") && !number.EndsWith("/0"))
                    try { return new System.IO.FileStream(number, System.IO.FileMode.Open, System.IO.FileAccess.Write); } catch (Exception) { }
            throw new InvalidOperationException("There is no pipe to write to.");
        }
        """;

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Traces("a.jsonl", [.. Enumerable.Range(0, 30).Select(i => TraceTexts.With($"tr-{i}"))]);

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string, string> Ends => new()
    {
        { "Environment.Exit(0); return true;", "SCORER_CRASHED" },
        { "Environment.FailFast(\"gone\"); return true;", "SCORER_CRASHED" },
        { "System.Runtime.InteropServices.Marshal.WriteByte((nint)0x7000_0000_0000, 1); return true;", "SCORER_CRASHED" },
        { "System.Threading.Thread.Sleep(-1); return true;", "SCORER_TIMEOUT" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_pair_at_which_trusted_code_ends_its_process_is_blamed(string body, string code)
    {
        await TrustedAsync($"if (trace.Id == \"tr-9\") {{ {body} }} return true;");

        var (exitCode, lines, error) = await ScoreAsync();

        exitCode.ShouldBe(9, error);
        lines.Length.ShouldBe(60);
        lines.Where(l => !l.Contains("\"scored\"", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(code);
        lines.ShouldContain(l => l.Contains("tr-9", StringComparison.Ordinal) && l.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_trusted_code_says_on_the_console_does_not_come_in_between()
    {
        await TrustedAsync("Console.WriteLine(trace.Id); Console.OpenStandardOutput().Write(new byte[5000]); Console.Out.Close(); return Console.ReadLine() is null;");

        var (exitCode, lines, error) = await ScoreAsync();

        exitCode.ShouldBe(0, error);
        lines.Length.ShouldBe(60);
    }

    [Fact]
    public async Task The_run_survives_a_worker_that_writes_nonsense_to_its_parent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pipe is found in /proc.");
        await TrustedAsync("if (trace.Id == \"tr-9\") { var pipe = Pipe(); pipe.Write(Enumerable.Repeat((byte)0xEE, 64).ToArray()); pipe.Flush(); Thread.Sleep(-1); } return true;", Pipe, "--needs", "files");

        var (exitCode, lines, error) = await ScoreAsync();

        exitCode.ShouldBe(9, error);
        lines.Length.ShouldBe(60);
        lines.Where(l => !l.Contains("\"scored\"", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("tr-9");
    }

    private Task<string> TrustedAsync(string body, string more = "", params string[] needs) => workspace
        .Plugin("Poison", $"using System.Threading; public sealed class Poison : ClassScorer {{ public bool Score(Trace trace) {{ {body} }} {more} }}").TrustAsync("Poison", needs);

    private Task<(int ExitCode, string[] Lines, string Error)> ScoreAsync() => workspace.ScoreAsync("--isolation", "process", "--jobs", "2", "--timeout", "1s", "--memory", "128MB");
}
