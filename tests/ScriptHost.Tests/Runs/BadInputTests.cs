using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

public sealed class BadInputTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().Scorer("length", "(string outputs) => outputs.Length");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task An_empty_folder_ends_in_exit_code_8()
    {
        Directory.CreateDirectory(workspace.At("traces"));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(8);
        lines.ShouldBeEmpty();
        error.ShouldStartWith("No traces were found in 'traces'");
    }

    [Fact]
    public async Task A_folder_without_scorers_is_said_to_have_none()
    {
        using var empty = new Workspace().Traces("a.jsonl", TraceTexts.With("tr-1"));
        Directory.CreateDirectory(empty.At("scorers"));

        var (exitCode, _, error) = await empty.ScoreAsync();

        exitCode.ShouldBe(8);
        error.ShouldContain("There are no scorers in 'scorers'");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>", "it is an HTML or XML page")]
    [InlineData("{\"info\":", "a.json(1): byte 0: expected '}', found the end of the file")]
    [InlineData("42", "expected '{', found '4'")]
    [InlineData("{\"a\":1}", "expected the keys 'info' and 'data'")]
    public async Task What_is_no_trace_is_told_with_its_place(string text, string told)
    {
        workspace.File("traces/a.json", text);

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(8);
        lines.ShouldBeEmpty();
        error.ShouldContain(told);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Other_encodings_and_packed_files_under_a_plain_name_are_recognized()
    {
        workspace.File("traces/a.json", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(TraceTexts.With("tr-1"))).ToArray())
            .File("traces/b.jsonl", Gzip(TraceTexts.With("tr-2")))
            .File("traces/c.jsonl.gz", Gzip(TraceTexts.With("tr-3")));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        lines.ShouldHaveSingleItem().ShouldContain("tr-3");
        error.ShouldContain("traces/a.json(1): byte 0: the file holds no traces: it is no UTF-8 text");
        error.ShouldContain("traces/b.jsonl(1): byte 0: the file holds no traces: it is packed with gzip");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_named_pipe_in_a_folder_does_not_hang_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        workspace.Traces("good.jsonl", TraceTexts.With("tr-1"));
        using (var mkfifo = Process.Start("mkfifo", workspace.At("traces/pipe.jsonl")))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(workspace.At("traces/to-pipe.jsonl"), workspace.At("traces/pipe.jsonl"));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        lines.Length.ShouldBe(1);
        error.ShouldContain("warning: traces/pipe.jsonl: the file is empty, or no regular file, and is not read.");
        error.ShouldContain("warning: traces/to-pipe.jsonl: ");
    }

    [Fact]
    public async Task Links_that_lead_nowhere_or_in_circles_are_told_and_the_rest_is_scored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        workspace.Traces("good.jsonl", TraceTexts.With("tr-1"));
        File.CreateSymbolicLink(workspace.At("traces/gone.jsonl"), "nowhere");
        File.CreateSymbolicLink(workspace.At("traces/self.jsonl"), "self.jsonl");
        Directory.CreateSymbolicLink(workspace.At("traces/up"), "..");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        lines.Length.ShouldBe(1);
        error.ShouldContain("traces/gone.jsonl: the file cannot be read: ");
        error.ShouldContain("traces/self.jsonl: the file cannot be read: ");
        error.ShouldContain("traces/up: a link to a folder is not followed");
        error.ShouldNotContain("..\n");
    }

    [Fact]
    public async Task A_value_nested_deeper_than_can_be_read_costs_its_trace_only()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000);
        workspace.Traces("a.jsonl", deep, TraceTexts.With("tr-1"));

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0);
        lines.ShouldHaveSingleItem().ShouldContain("tr-1");
        error.ShouldContain("traces/a.jsonl(1): byte 5000: ");
    }

    [Fact]
    public async Task A_folder_of_results_that_cannot_be_made_is_told_in_one_line()
    {
        workspace.Traces("a.jsonl", TraceTexts.With("tr-1")).File("taken", "text");

        var (exitCode, _, error) = await workspace.RunAsync(
            "run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", workspace.At("taken/below"));

        exitCode.ShouldBe(5);
        error.Trim().ShouldNotContain('\n');
    }

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
