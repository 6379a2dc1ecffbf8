using System.Globalization;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

public sealed class BuildServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReportedRun run = new();
    private readonly StringWriter error = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        run.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Nothing_is_told_where_no_service_reads_along() => BuildServer.Of(_ => null).ShouldBeNull();

    [Fact]
    public void GitHub_gets_annotations_with_places_and_a_summary()
    {
        folder.Write("summary.md", "before\n");
        var server = Server(("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", folder.At("summary.md")));

        server.Tell(Terminal(), run.Run);

        error.ToString().ShouldStartWith("""
            ::error file=presets/support.yaml,line=7,col=3,title=ScriptHost threshold::'citation/pass_rate' is 0.5 (n 6); it must be >= 0.9.
            ::warning file=presets/support.yaml,line=7,col=3,title=ScriptHost threshold::'turns/max' is 0.5 (n 6); it must be <= 4.
            ::warning title=ScriptHost scorer error::length: 2 errors, the first: SCORER_ERROR: Scorer 'length' threw FormatException: no \u001b[31mnumber
            ::warning title=ScriptHost traces::traces/bad.jsonl(3): byte 812: expected a JSON object.

            """.ReplaceLineEndings("\n"));
        File.ReadAllText(folder.At("summary.md")).ShouldStartWith("before\n## ScriptHost: 1 of 3 thresholds failed\n");
    }

    [Fact]
    public void Azure_gets_issues_with_places_and_a_summary()
    {
        var server = Server(("TF_BUILD", "True"), ("AGENT_TEMPDIRECTORY", folder.Path));

        server.Tell(Terminal(), run.Run);

        var lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("##vso[task.logissue type=error;sourcepath=presets/support.yaml;linenumber=7;columnnumber=3;code=threshold;]'citation/pass_rate' is 0.5 (n 6); it must be >= 0.9.");
        lines[^1].ShouldStartWith("##vso[task.uploadsummary]");
        File.ReadAllText(lines[^1]["##vso[task.uploadsummary]".Length..]).ShouldStartWith("## ScriptHost: 1 of 3 thresholds failed\n");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "::error file=a%3Ab%2Cc%25.csx,line=1,col=2,title=ScriptHost SH1001::50 %25 \\u001b ::x y")]
    [InlineData("TF_BUILD", "##vso[task.logissue type=error;sourcepath=a:b,c%AZP25.csx;linenumber=1;columnnumber=2;code=SH1001;]50 %AZP25 \\u001b ::x y")]
    public void What_a_service_reads_as_its_own_signs_is_escaped(string variable, string expected)
    {
        Server((variable, "true")).Tell(error, [new("a:b,c%.csx", 1, 2, "SH1001", Severity.Error, "50 % \u001b ::x\ny")]);

        error.ToString().ShouldBe(expected + "\n");
    }

    [Fact]
    public void Ten_of_a_kind_are_told_and_errors_first()
    {
        var many = Enumerable.Range(1, 30).Select(i => new Diagnostic("a.csx", i, 1, "SH1001", i % 2 == 0 ? Severity.Error : Severity.Warning, "No."));

        Server(("GITHUB_ACTIONS", "true")).Tell(error, [.. many]);

        error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]).ShouldBe([.. Enumerable.Repeat("::error", 10), .. Enumerable.Repeat("::warning", 10)]);
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_told()
    {
        Server(("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", folder.At("none/summary.md"))).Tell(Terminal(), run.Run);

        error.ToString().ShouldContain("warning: The job's summary could not be written: ");
    }

    private static BuildServer Server(params (string Name, string Value)[] environment) =>
        BuildServer.Of(name => environment.Where(e => e.Name == name).Select(e => e.Value).FirstOrDefault()).ShouldNotBeNull();

    private Terminal Terminal() => new(TextWriter.Null, error, noColor: true);
}
