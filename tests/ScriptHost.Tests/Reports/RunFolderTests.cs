using System.Text;
using System.Text.Json;

namespace ScriptHost.Reports;

public sealed class RunFolderTests : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("scripthost-").FullName;

    [Fact]
    public void A_runs_folder_is_named_after_its_start()
    {
        using var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);

        folder.Id.ShouldMatch("^20261122-143055-[0-9a-f]{4}$");
        folder.Path.ShouldBe(Path.Combine(parent, folder.Id));
    }

    [Fact]
    public void Files_get_their_names_when_they_are_complete()
    {
        using var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);
        Write(folder);

        File.Exists(folder.ResultsPath).ShouldBeFalse();
        folder.Complete(RecordedRun.Record with { EndedEarly = null });

        Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["outcomes.bin", "results.jsonl", "run.json"]);
    }

    [Fact]
    public void A_run_that_ended_early_keeps_its_journal_to_go_on_with()
    {
        using var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);

        folder.Complete(RecordedRun.Record);

        File.Exists(Path.Combine(folder.Path, "journal")).ShouldBeTrue();
    }

    [Fact]
    public void A_run_that_never_began_leaves_no_folder()
    {
        RunFolder.Create(parent, RecordedRun.StartedAt, []).Dispose();
        RunFolder.Create(Path.Combine(parent, "results"), RecordedRun.StartedAt, []).Dispose();

        Directory.EnumerateFileSystemEntries(parent).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_scored_before_a_fault_of_ours_stays()
    {
        var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);
        Write(folder);

        folder.Dispose();

        File.Exists(folder.ResultsPath + ".partial").ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_the_users_fault()
    {
        var file = Path.Combine(parent, "file");
        File.WriteAllText(file, "");

        Should.Throw<InputException>(() => RunFolder.Create(file, RecordedRun.StartedAt, [])).Message.ShouldStartWith($"The folder '{file}' cannot take results: ");
    }

    [Fact]
    public void Assessments_come_to_their_traces_with_times_and_the_sessions_last()
    {
        using var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);
        Write(folder);
        folder.Complete(RecordedRun.Record);
        using var join = new AssessmentJoin(folder.ResultsPath, RecordedRun.StartedAt);

        string[] first = [.. join.Take("tr-1").Select(Name)];
        var repeated = join.Take("tr-1");
        var unknown = join.Take("tr-0");

        first.ShouldBe(["citation", "share", "count", "price", "is_polite", "length", "turns"]);
        repeated.ShouldBeEmpty();
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void An_attached_assessment_says_when_it_was_made()
    {
        using var folder = RunFolder.Create(parent, RecordedRun.StartedAt, []);
        Write(folder);
        folder.Complete(RecordedRun.Record);
        using var join = new AssessmentJoin(folder.ResultsPath, RecordedRun.StartedAt);

        Encoding.UTF8.GetString(join.Take("tr-1")[^1].Span).ShouldMatchApproved();
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private static string Name(ReadOnlyMemory<byte> assessment) => JsonDocument.Parse(assessment).RootElement.GetProperty("assessment_name").GetString() ?? "";

    private static void Write(RunFolder folder)
    {
        using var writer = new ResultsWriter(folder.Results, RecordedRun.Scorers);
        foreach (var outcome in RecordedRun.Outcomes)
        {
            writer.Write(outcome, RecordedRun.Scorers);
        }
    }
}
