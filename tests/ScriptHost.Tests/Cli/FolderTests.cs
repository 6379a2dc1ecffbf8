using ScriptHost.Reports;

namespace ScriptHost.Cli;

public sealed class FolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scripthost-").FullName;
    private readonly CapturedProgram program = new();

    [Fact]
    public async Task A_new_scorer_is_written_and_its_path_printed()
    {
        var code = await program.RunAsync("new", "scorer", "polite", "--scorers", folder);

        code.ShouldBe(0);
        program.Output.ShouldBe(Path.Combine(folder, "polite.csx") + "\n");
        (await File.ReadAllTextAsync(Path.Combine(folder, "polite.csx"), TestContext.Current.CancellationToken)).ShouldContain("string? outputs");
    }

    [Fact]
    public async Task A_new_session_scorer_has_a_session()
    {
        await program.RunAsync("new", "scorer", "turns", "--session", "--scorers", folder);

        (await File.ReadAllTextAsync(Path.Combine(folder, "turns.csx"), TestContext.Current.CancellationToken)).ShouldContain("(Session session");
    }

    [Fact]
    public async Task A_new_scorer_never_replaces_one_not_even_in_a_subfolder_or_another_case()
    {
        Directory.CreateDirectory(Path.Combine(folder, "old"));
        var old = Path.Combine(folder, "old", "Polite.csx");
        await File.WriteAllTextAsync(old, "1", TestContext.Current.CancellationToken);

        var code = await program.RunAsync("new", "scorer", "polite", "--scorers", folder);

        code.ShouldBe(5);
        program.Error.ShouldBe($"error: There is a scorer 'polite' already: '{old}'.\n");
    }

    [Theory]
    [InlineData("polite.csx")]
    [InlineData("../polite")]
    [InlineData("über")]
    [InlineData("a b")]
    public async Task A_bad_name_is_refused(string name)
    {
        var code = await program.RunAsync("new", "scorer", name, "--scorers", folder);

        code.ShouldBe(5);
        program.Error.ShouldBe($"error: '{name}' is no name for a scorer: it may hold letters of a to z, digits, - and _ only, and no ending.\n");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_are_listed_from_their_records_and_what_cannot_be_read_is_told()
    {
        using (var run = RunFolder.Create(folder, RecordedRun.StartedAt, []))
        {
            run.Complete(RecordedRun.Record);
        }

        Directory.CreateDirectory(Path.Combine(folder, "broken"));
        await File.WriteAllTextAsync(Path.Combine(folder, "broken", "run.json"), "{", TestContext.Current.CancellationToken);

        var code = await program.RunAsync("list", "runs", "--out", folder);

        code.ShouldBe(0);
        program.Output.ShouldMatchApproved();
        program.Error.ShouldContain("warning: '");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("""{"duration_ms":"long","traces":3,"scorers":{},"metrics":[]}""")]
    [InlineData("""{"duration_ms":9e18,"traces":{"read":[]},"metrics":{"a/mean":1e400}}""")]
    public async Task Runs_are_listed_whatever_stands_in_the_record_of_one(string record)
    {
        Directory.CreateDirectory(Path.Combine(folder, "odd"));
        await File.WriteAllTextAsync(Path.Combine(folder, "odd", "run.json"), record, TestContext.Current.CancellationToken);

        var code = await program.RunAsync("list", "runs", "--out", folder);

        code.ShouldBe(0);
        (program.Output + program.Error).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Traces_are_not_written_over_what_is_there()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "a.jsonl"), "", TestContext.Current.CancellationToken);

        var code = await program.RunAsync("run", "--report", $"mlflow={folder}");

        code.ShouldBe(5);
        program.Error.ShouldBe($"error: '{folder}' exists and is not an empty folder; traces with assessments go into a folder of their own.\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
