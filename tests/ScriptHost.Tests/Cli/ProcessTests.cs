using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

/// <summary>The built program as a process of its own: streams, exit codes, and what it loads.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().Scorer("length", "(string outputs) => outputs.Length");

    public void Dispose() => workspace.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Standard_input_is_scored_and_only_data_goes_to_standard_output()
    {
        using var program = Start("run", "-", "--scorers", "scorers", "--format", "jsonl");
        await program.StandardInput.WriteLineAsync(TraceTexts.With("tr-1"));
        program.StandardInput.Close();

        var (exitCode, output, error) = await EndAsync(program);

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("{\"trace_id\":\"tr-1\"");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("process")]
    [InlineData("scorer")]
    [InlineData("none")]
    public async Task Sessions_of_standard_input_are_scored(string isolation)
    {
        workspace.Scorer("turns", "(Session session) => session.Count");
        using var program = Start("run", "-", "--scorers", "scorers", "--format", "jsonl", "--isolation", isolation);
        for (var i = 0; i < 4; i++)
        {
            await program.StandardInput.WriteLineAsync(TraceTexts.With($"tr-{i}", $"s-{i % 2}"));
        }

        program.StandardInput.Close();

        var (exitCode, output, error) = await EndAsync(program);

        exitCode.ShouldBe(0, error);
        output.Split('\n').Count(l => l.Contains("\"scorer\":\"turns\"", StringComparison.Ordinal) && l.Contains("\"value\":2", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_folder_of_scorers_and_with_nothing_named_the_preset_quick_runs()
    {
        Directory.Delete(workspace.At("scorers"), recursive: true);
        workspace.Traces("a.jsonl", TraceTexts.With("tr-1"));
        using var program = Start("run");

        var (_, output, error) = await EndAsync(program);

        error.ShouldContain("There is no folder 'scorers' and nothing is named: the built-in preset 'quick' runs.");
        output.ShouldContain("response_completeness");
    }

    [Fact(Timeout = 120_000)]
    public async Task Bad_arguments_and_a_bad_script_exit_with_5()
    {
        workspace.Scorer("bad", "(string outputs) => ;");
        using var misspelt = Start("run", "--scoer", "x");
        using var broken = Start("check", "scorers");

        (await EndAsync(misspelt)).ExitCode.ShouldBe(5);
        (await EndAsync(broken)).ExitCode.ShouldBe(5);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_reader_that_goes_away_leaves_no_stack_trace()
    {
        workspace.Traces("a.jsonl", [.. Enumerable.Range(0, 20_000).Select(i => TraceTexts.With($"tr-{i}"))]);
        using var program = Start("run", "traces", "--scorers", "scorers", "--format", "jsonl");
        await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        program.StandardOutput.Close();

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        error.ShouldNotContain("   at ");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_second_run_loads_neither_the_compiler_nor_the_YAML_reader()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        using (var first = Start("run", "-", "--scorers", "scorers", "--format", "none"))
        {
            await EndAsync(first);
        }

        using var second = Start("run", "-", "--scorers", "scorers", "--format", "jsonl");
        await second.StandardInput.WriteLineAsync(TraceTexts.With("tr-1"));
        await second.StandardInput.FlushAsync(TestContext.Current.CancellationToken);

        var loaded = await LoadedOnceItReadsAsync(second);
        second.StandardInput.Close();
        (await EndAsync(second)).ExitCode.ShouldBe(0);

        loaded.ShouldContain("ScriptHost.Engine");
        loaded.ShouldNotContain("CodeAnalysis");
        loaded.ShouldNotContain("YamlDotNet");
    }

    [Fact(Timeout = 120_000)]
    public async Task Results_have_the_same_bytes_with_vectors_and_without_packed_and_plain()
    {
        string[] traces =
        [
            .. Enumerable.Range(0, 300).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 7}", $$"""{"text":"{{new string('\\', 2 * (i % 70))}}é\n\"{{new string('x', i)}}\ud83d\ude00"}""")),
            TraceTexts.V2, TraceTexts.DataOnly, "{\"info\":{}", "no trace",
        ];
        workspace.Scorer("steps", "(Trace trace) => string.Join(' ', trace.Spans.SelectMany(s => s.Attributes.Select(a => a.Key + a.Value)))");
        workspace.File("plain/a.jsonl", string.Join('\n', traces)).File("packed/a.jsonl.gz", Packed(string.Join('\n', traces)));

        var plain = await ResultsAsync("plain", "0");
        var scalar = await ResultsAsync("plain", "1");
        var packed = await ResultsAsync("packed", "0");

        plain.Length.ShouldBeGreaterThan(100_000);
        scalar.ShouldBe(plain);
        packed.ShouldBe(plain);
    }

    private async Task<string> ResultsAsync(string folder, string isScalar)
    {
        using var program = StartWith(isScalar, "run", folder, "--scorers", "scorers", "--format", "jsonl");
        var (exitCode, output, error) = await EndAsync(program);
        exitCode.ShouldBe(0, error);
        error.ShouldContain("a.jsonl");

        return output;
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    // The folder of the run is made after the scripts are loaded.
    private async Task<string> LoadedOnceItReadsAsync(Process program)
    {
        Directory.CreateDirectory(workspace.At("results"));
        var before = Directory.GetDirectories(workspace.At("results")).Length;
        while (!program.HasExited && Directory.GetDirectories(workspace.At("results")).Length == before)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        program.HasExited.ShouldBeFalse();

        return await File.ReadAllTextAsync($"/proc/{program.Id}/maps", TestContext.Current.CancellationToken);
    }

    private Process Start(params string[] arguments) => StartWith("0", arguments);

    private Process StartWith(string isScalar, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "scripthost.dll"), .. arguments])
        {
            WorkingDirectory = workspace.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SCRIPTHOST_SCALAR"] = isScalar },
        };

        return Process.Start(start).ShouldNotBeNull();
    }

    private static async Task<(int ExitCode, string Output, string Error)> EndAsync(Process program)
    {
        program.StandardInput.Close();
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (program.ExitCode, await output, error);
    }
}
