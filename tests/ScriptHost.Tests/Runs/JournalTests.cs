using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>A run that was ended is gone on with, or it is said why it cannot be.</summary>
public sealed class JournalTests : IDisposable
{
    // Enough for four shards.
    private const int Count = 160;

    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Scorer("turns", "(Session session) => session.Count")
        .File("list.yaml", AllowlistText.Embedded.Content.ToArray())
        .Traces("a.jsonl", [.. Enumerable.Range(0, Count).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 40}", $"\"{new string('x', i)}\""))]);

    private string Folder => Directory.GetDirectories(workspace.At("results")).Single();

    private string Id => Path.GetFileName(Folder);

    private string Journal => Path.Combine(Folder, "journal");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_journal_that_is_cut_at_any_byte_of_its_last_records_leads_to_the_same_results()
    {
        var (whole, results) = await CutShortAsync();

        // Runs start where the last record before the cut ends: what stands behind is not believed.
        var places = Enumerable.Range(whole.Length - 60, 60).Concat(Enumerable.Range(1, 12).Select(i => whole.Length * i / 13)).Order();
        foreach (var place in places)
        {
            var (exitCode, error) = await ResumeAsync(whole[..place]);

            exitCode.ShouldBe(0, $"cut at {place}: {error}");
            File.ReadAllBytes(Path.Combine(Folder, "results.jsonl")).ShouldBe(results);
            File.Exists(Journal).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_journal_with_a_wrong_byte_counts_up_to_it()
    {
        var (whole, results) = await CutShortAsync();
        foreach (var place in new[] { whole.Length - 1, whole.Length / 2, whole.Length * 3 / 4 })
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x40;

            var (exitCode, error) = await ResumeAsync(damaged);

            exitCode.ShouldBe(0, error);
            File.ReadAllBytes(Path.Combine(Folder, "results.jsonl")).ShouldBe(results);
        }
    }

    [Fact]
    public async Task A_run_that_came_to_its_end_is_not_gone_on_with()
    {
        (await ScoreAsync()).ExitCode.ShouldBe(0);

        var (exitCode, _, error) = await workspace.RunAsync("run", "--resume", Id, "--out", workspace.At("results"));

        exitCode.ShouldBe(5);
        error.ShouldBe($"error: Run '{Id}' came to its end; there is nothing to go on with.\n");
    }

    [Fact]
    public async Task A_journal_of_another_version_or_no_journal_at_all_is_refused()
    {
        await CutShortAsync();

        (await ResumeAsync([])).Error.ShouldContain("is no journal of this version; run again from the start.");
        (await ResumeAsync([.. Enumerable.Repeat((byte)'x', 400)])).Error.ShouldContain("is no journal of this version");
        (await ResumeAsync([0xFF, 0xFF, 0xFF, 0x7F, .. new byte[64]])).ExitCode.ShouldBe(5);
    }

    [Fact]
    public async Task A_run_that_does_not_exist_gets_a_suggestion()
    {
        await ScoreAsync();

        var (exitCode, _, error) = await workspace.RunAsync("run", "--resume", Id[..^1] + "x", "--out", workspace.At("results"));

        exitCode.ShouldBe(5);
        error.ShouldContain($"'{Id}'");
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "a script", "Scorer 'length' changed since the run began" },
        { "a script goes", "Scorer 'turns' went away since the run began" },
        { "a script comes", "Scorer 'more' was added since the run began" },
        { "traces", "a.jsonl' changed since the run began" },
        { "traces go", "a.jsonl" },
        { "traces come", "b.jsonl' was added since the run began" },
        { "the allowlist", "The allowlist changed since the run began" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changed_since_the_run_began_is_named(string change, string expected)
    {
        var (whole, _) = await CutShortAsync();
        switch (change)
        {
            case "a script":
                workspace.Scorer("length", "(string outputs) => outputs.Length + 1");
                break;
            case "a script goes":
                File.Delete(workspace.At("scorers/turns.csx"));
                break;
            case "a script comes":
                workspace.Scorer("more", "(string outputs) => 1");
                break;
            case "traces":
                File.AppendAllText(workspace.At("traces/a.jsonl"), "\n");
                break;
            case "traces go":
                File.Move(workspace.At("traces/a.jsonl"), workspace.At("traces/c.jsonl"));
                break;
            case "traces come":
                workspace.Traces("b.jsonl", TraceTexts.With("tr-new"));
                break;
            default:
                File.AppendAllText(workspace.At("list.yaml"), "\n# another one\n");
                break;
        }

        var (exitCode, error) = await ResumeAsync(whole);

        exitCode.ShouldBe(5);
        error.ShouldContain(expected);
        error.ShouldNotContain("   at ");
        File.ReadAllBytes(Journal).ShouldBe(whole);
    }

    [Theory]
    [InlineData("--timeout", "1s")]
    [InlineData("--where", "state = 'OK'")]
    [InlineData("--isolation", "scorer")]
    [InlineData("--scorer", "length")]
    public async Task What_a_run_rests_on_cannot_be_given_anew(string option, string value)
    {
        await CutShortAsync();

        var (exitCode, _, error) = await workspace.RunAsync("run", "--resume", Id, "--out", workspace.At("results"), option, value);

        exitCode.ShouldBe(5);
        error.ShouldContain("cannot be given with --resume: a run goes on as it began.");
    }

    [Theory]
    [InlineData("--limit", "70")]
    [InlineData("--where", "session_id IN ('s-1', 's-2', 's-39')")]
    [InlineData("--jobs", "3")]
    public async Task A_run_with_options_goes_on_with_them(string option, string value)
    {
        var (whole, results) = await CutShortAsync([option, value]);

        foreach (var place in new[] { whole.Length / 3, whole.Length * 2 / 3, whole.Length - 5 })
        {
            (await ResumeAsync(whole[..place])).ExitCode.ShouldBe(0);
            File.ReadAllBytes(Path.Combine(Folder, "results.jsonl")).ShouldBe(results);
        }
    }

    private Task<(int ExitCode, string[] Lines, string Error)> ScoreAsync(params string[] arguments) => workspace.ScoreAsync([workspace.At("traces"), "--allowlist", workspace.At("list.yaml"), .. arguments]);

    // A run all of whose work is done and noted, but which could not give its results their name; and what they would have been.
    private async Task<(byte[] Journal, byte[] Results)> CutShortAsync(params string[] arguments)
    {
        (await ScoreAsync(arguments)).ExitCode.ShouldBe(0);
        var results = File.ReadAllBytes(Path.Combine(Folder, "results.jsonl"));
        (int ExitCode, string[] Lines, string Error) run;
        do
        {
            Directory.Delete(workspace.At("results"), recursive: true);
            var scoring = ScoreAsync(arguments);
            await ObstructAsync(scoring);
            run = await scoring;
        }
        while (run.ExitCode == 0);

        run.ExitCode.ShouldBe(5, run.Error);
        run.Error.ShouldContain($"'scripthost run --resume {Id}' goes on from where it ended.");
        Directory.Delete(Path.Combine(Folder, "results.jsonl"));

        return (File.ReadAllBytes(Journal), results);
    }

    private async Task ObstructAsync(Task scoring)
    {
        while (!scoring.IsCompleted)
        {
            if (Directory.Exists(workspace.At("results")) && Directory.GetDirectories(workspace.At("results")) is [var folder])
            {
                Directory.CreateDirectory(Path.Combine(folder, "results.jsonl"));

                return;
            }

            await Task.Yield();
        }
    }

    private async Task<(int ExitCode, string Error)> ResumeAsync(byte[] journal)
    {
        var folder = Folder;
        File.Delete(Path.Combine(folder, "results.jsonl"));
        File.WriteAllBytes(Journal, journal);
        var (exitCode, _, error) = await workspace.RunAsync("run", "--resume", Path.GetFileName(folder), "--out", workspace.At("results"), "--format", "none");

        return (exitCode, error);
    }
}
