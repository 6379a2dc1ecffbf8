using ScriptHost.Plugins;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

public sealed class TrustCommandTests : IDisposable
{
    private const string Plain = "public class Acme : ClassScorer { public bool Score(string outputs) => System.IO.File.Exists(outputs); }";

    private readonly Workspace workspace = new Workspace().Plugin("Acme", Plain);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Without_a_terminal_nothing_is_trusted_unasked()
    {
        var (exitCode, output, error) = await RunAsync("trust", "Acme", "--why", "x");

        exitCode.ShouldBe(5);
        output.ShouldContain("  classes       Acme\n");
        output.ShouldContain("  files         System.IO.File.Exists\n");
        error.ShouldContain("note: it reaches for files, and '--needs files' is not given");
        error.ShouldContain("error: Nobody can be asked here; '--yes' trusts 'Acme' without asking.");
        File.Exists(workspace.At("scorers/trust.yaml")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reason_is_wanted()
    {
        var (exitCode, _, error) = await RunAsync("trust", "Acme", "--yes");

        exitCode.ShouldBe(5);
        error.ShouldContain("A reason is missing: --why TEXT says in a sentence why 'Acme' is trusted.");
    }

    [Theory]
    [InlineData("because\ny\n", true)]
    [InlineData("because\nYES\n", true)]
    [InlineData("because\n\n", false)]
    [InlineData("because\nno\n", false)]
    public void At_a_terminal_it_asks(string answers, bool isTrusted)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, noColor: true);
        var trusting = new Trusting(terminal, new(terminal, new StringReader(answers)), new Clock(), workspace.At("scorers"));

        var exitCode = trusting.Trust("Acme", why: null, [Trust.TrustNeed.Files], isSure: false, AllowlistText.Embedded, TestContext.Current.CancellationToken);

        exitCode.ShouldBe(isTrusted ? ExitCode.Success : ExitCode.Cancelled);
        error.ToString().ShouldContain("[y/N] ");
        File.Exists(workspace.At("scorers/trust.yaml")).ShouldBe(isTrusted);
        if (isTrusted)
        {
            var hash = PluginContent.Read(workspace.At("scorers/Acme"), out _).ShouldNotBeNull().Manifest.Hash;
            File.ReadAllText(workspace.At("scorers/trust.yaml")).ShouldEndWith(
                $"""
                version: 1
                trusted:
                  - scorer: Acme
                    path: "Acme/Acme.dll"
                    sha256: {hash}
                    by: "{Environment.UserName}"
                    at: 2026-11-22T04:05:06Z
                    why: "because"
                    needs: [files]

                """);
        }
    }

    [Fact]
    public async Task Private_dependencies_count_and_the_frameworks_do_not()
    {
        var part = PluginSource.Library("Part", "public static class Part { public static object Start() => System.Diagnostics.Process.Start(\"x\"); }");
        workspace.Plugin("Two", "public class Two : ClassScorer { public bool Score() => Part.Start() is null; }", part).File("scorers/Two/Part.dll", part)
            .File("scorers/Two/libown.so", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0]);

        var output = await workspace.TrustAsync("Two", "--needs", "processes");

        output.ShouldContain("Two.dll, and 2 more in its folder");
        output.ShouldContain("It reaches for:\n  nothing       that is worth a word\nWhat lies beside it reaches for:\n  native code   libown.so\n");
        output.ShouldContain("processes     System.Diagnostics.Process.Start");
    }

    [Theory]
    [InlineData("Acne", "There is no scorer 'Acne'")]
    [InlineData("broken", "broken.csx(1,23): error CS1525")]
    public async Task What_is_not_there_or_does_not_compile_cannot_be_trusted(string name, string message)
    {
        workspace.Scorer("broken", "(string outputs) => ( ;");

        var (exitCode, _, error) = await RunAsync("trust", name, "--yes", "--why", "x");

        exitCode.ShouldBe(5);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task A_need_that_does_not_exist_is_told()
    {
        var (exitCode, _, error) = await RunAsync("trust", "Acme", "--needs", "netwrk");

        exitCode.ShouldBe(5);
        error.ShouldContain("--needs is 'netwrk'; it must be of network, files, processes, native. Did you mean 'network'?");
    }

    [Fact]
    public async Task A_trust_is_taken_back()
    {
        await workspace.TrustAsync("Acme");

        (await RunAsync("trust", "--revoke", "Acme")).Error.ShouldBe("'Acme' is trusted no more.\n");
        (await RunAsync("check", workspace.At("scorers"))).ExitCode.ShouldBe(5);
        (await RunAsync("trust", "Acme", "--revoke")).Error.ShouldContain("'Acme' is not trusted in 'scorers/trust.yaml'.");
    }

    [Fact]
    public async Task A_trust_file_with_faults_is_not_written_over()
    {
        workspace.File("scorers/trust.yaml", "version: 3\ntrusted: []\n");

        var (exitCode, _, error) = await RunAsync("trust", "Acme", "--yes", "--why", "x");

        exitCode.ShouldBe(5);
        error.ShouldContain("trust.yaml(1,10): error SH2523: 'version' must be 1");
        (await RunAsync("check", workspace.At("scorers"))).Out.ShouldBe("scorers/trust.yaml(1,10): error SH2523: 'version' must be 1, the only one there is.\n");
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) =>
        workspace.RunAsync(arguments[0] == "check" ? arguments : [.. arguments, "--scorers", workspace.At("scorers")]);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 4, 5, 6, 789, TimeSpan.Zero);
    }
}
