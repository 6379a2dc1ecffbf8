using System.Diagnostics;
using System.Text.RegularExpressions;
using ScriptHost.Comparison;

namespace ScriptHost.Cli;

/// <summary>What people see of the shipped sample, redirected and so without colour, in 80 and 120 columns: the built program as a process of its own.</summary>
public sealed partial class TerminalOutputTests : IDisposable
{
    private const string Trace = "tr-fcdf9b2d7f17cc0830213dc5c4d1507d";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 240_000)]
    public Task Run() => IsAsApprovedAsync("run", "--scorer", "citation,latency,stage_latency,response_completeness,turns,json_valid", "--out", folder.At("results"));

    [Fact(Timeout = 240_000)]
    public Task List() => IsAsApprovedAsync("list", "scorers");

    [Fact(Timeout = 240_000)]
    public Task Show() => IsAsApprovedAsync("show", "tool_call_efficiency");

    [Fact(Timeout = 240_000)]
    public Task Explain() => IsAsApprovedAsync("explain", Trace, "--scorer", "citation,latency,exact_match,turns");

    [Fact(Timeout = 240_000)]
    public Task Doctor() => IsAsApprovedAsync("doctor");

    [Fact(Timeout = 240_000)]
    public async Task Diff()
    {
        using var files = new RunFiles();
        files.Everything();

        await IsAsApprovedAsync("diff", "run-a", "run-b", "--out", files.Path);
    }

    private static async Task IsAsApprovedAsync(params string[] arguments)
    {
        var shown = "";
        foreach (var width in (int[])[80, 120])
        {
            var output = await OutputAsync(width, arguments);
            output.ShouldNotContain('\u001b');
            shown += $"=== {width} columns\n{output}\n";
        }

        Changing().Replace(shown, "…").ShouldMatchApproved(c => c.WithDiscriminator(arguments[0]));
    }

    // What is shown does not tell where scripts run; in the program itself, which spares two workers a command.
    private static async Task<string> OutputAsync(int width, string[] arguments)
    {
        string[] here = arguments[0] == "diff" ? [] : ["--isolation", "none"];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "scripthost.dll"), .. arguments, .. here])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["COLUMNS"] = $"{width}", ["GITHUB_ACTIONS"] = "", ["TF_BUILD"] = "" },
        };
        using var program = Process.Start(start).ShouldNotBeNull();
        var error = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        program.ExitCode.ShouldBe(0, await error);

        return output;
    }

    // Where results went, when, and how fast.
    [GeneratedRegex(@"(?<=Results in ).*(?=: 42 traces)|(?<=duplicates, ).*traces/s\)")]
    private static partial Regex Changing();
}
