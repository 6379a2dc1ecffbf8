using System.Runtime.Loader;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Cli;

/// <summary>What <c>watch</c> scores anew, and what it says. Three traces in two sessions, two scorers of traces and one of sessions: eight pairs.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly PresetWorkspace presets = new();

    public void Dispose() => presets.Dispose();

    [Fact(Timeout = 240_000)]
    public async Task Of_scripts_only_the_one_that_changed_is_scored_anew()
    {
        await using var watch = await WatchSession.StartAsync(presets.Folder);

        presets.Folder.Scorer("size", "(string outputs) => outputs.Length * 1000");
        var first = await watch.SaysAsync("duplicates");
        presets.Folder.Scorer("size", "(string outputs) => outputs.Length * 1000");
        presets.Folder.Scorer("turns", "(Session session) => session.Count + 100");
        var second = await watch.SaysAsync("duplicates");

        first.ShouldContain("scorers/size.csx changed: 3 of 8 pairs scored (size), ");
        first.ShouldContain("size      mean 7333.3333");
        second.ShouldContain("scorers/turns.csx changed: 2 of 8 pairs scored (turns), ");
        second.ShouldContain("size      mean 7333.3333");
        second.ShouldContain("turns     mean 101.5");
    }

    [Fact(Timeout = 240_000)]
    public async Task A_script_can_be_unloaded_when_another_takes_its_place()
    {
        presets.Folder.Scorer("let_go", "(string outputs) => 1");
        await using var watch = await WatchSession.StartAsync(presets.Folder);

        var loaded = AssemblyLoadContext.All.Where(c => c.Name == "let_go").ToList();

        loaded.ShouldNotBeEmpty();
        loaded.ShouldAllBe(c => c.IsCollectible);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_fault_shows_and_watching_goes_on()
    {
        await using var watch = await WatchSession.StartAsync(presets.Folder, "--poll");

        presets.Folder.Scorer("size", "(string outputs) => nothing");
        var fault = await watch.SaysAsync("error CS0103");
        presets.Folder.Scorer("size", "(string outputs) => 7");
        var mended = await watch.SaysAsync("duplicates");
        Directory.Move(presets.Folder.At("traces"), presets.Folder.At("elsewhere"));
        var lost = await watch.SaysAsync("error: ");
        Directory.Move(presets.Folder.At("elsewhere"), presets.Folder.At("traces"));
        var found = await watch.SaysAsync("duplicates");

        fault.ShouldContain("scorers/size.csx changed: not scored, see the errors; the results before stay, ");
        fault.ShouldContain("scorers/size.csx(1,21): error CS0103: The name 'nothing' does not exist in the current context.");
        mended.ShouldContain("scorers/size.csx changed: 3 of 8 pairs scored (size), ");
        lost.ShouldContain("traces/a.jsonl is gone: not scored, see the errors; the results before stay, ");
        lost.ShouldContain("error: There is no file or folder 'traces'.");
        found.ShouldContain("traces/a.jsonl is new: 0 of 8 pairs scored, ");
    }

    [Fact(Timeout = 240_000)]
    public async Task Of_a_preset_only_what_it_configures_otherwise_is_scored_anew()
    {
        Preset("max: 3", "0.1");
        await using var watch = await WatchSession.StartAsync(presets.Folder, "--preset", "p");

        Preset("max: 3", "0.9");
        var judged = await watch.SaysAsync("duplicates");
        Preset("max: 90", "0.9");
        var configured = await watch.SaysAsync("duplicates");
        Preset("maxx: 90", "0.9");
        var misspelt = await watch.SaysAsync("Did you mean 'max'?");

        judged.ShouldContain("presets/p.yaml changed: nothing scored, the results are judged anew, ");
        judged.ShouldContain("FAIL       length/pass_rate  0.3333  >= 0.9");
        configured.ShouldContain("presets/p.yaml changed: 3 of 6 pairs scored (length), ");
        configured.ShouldContain("pass       length/pass_rate  1");
        misspelt.ShouldContain("presets/p.yaml changed: not scored, see the errors; the results before stay, ");
    }

    [Fact(Timeout = 240_000)]
    public async Task Of_traces_only_new_ones_and_the_sessions_they_belong_to_are_scored()
    {
        await using var watch = await WatchSession.StartAsync(presets.Folder);

        presets.Folder.Traces("b.jsonl", TraceTexts.With("tr-4", "s-1"));
        var added = await watch.SaysAsync("duplicates");
        presets.Folder.Traces("b.jsonl", TraceTexts.With("tr-4", "s-1", "\"quite another\""), "no trace");
        var changed = await watch.SaysAsync("duplicates");
        File.Delete(presets.Folder.At("traces/b.jsonl"));
        var removed = await watch.SaysAsync("duplicates");

        added.ShouldContain("traces/b.jsonl is new: 3 of 10 pairs scored, ");
        changed.ShouldContain("traces/b.jsonl changed: 3 of 10 pairs scored, ");
        changed.ShouldContain("warning: traces/b.jsonl(2): byte ");
        removed.ShouldContain("traces/b.jsonl is gone: 1 of 8 pairs scored (turns), ");
    }

    [Fact(Timeout = 240_000)]
    public async Task A_sample_has_the_same_traces_and_whole_sessions_each_time_and_run_ignores_it()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Select(i => $"tr-{i}")];
        presets.Folder.Traces("a.jsonl", [.. ids.Select((id, i) => TraceTexts.With(id, $"s-{i / 3}"))]);
        presets.Preset("p", "scorers:\n- { scorer: size, sample: 0.5 }\n- { scorer: turns, sample: 0.5 }\n- length\n");
        var traces = ids.Count(id => UnitSample.Takes(0.5, id));
        var sessions = Enumerable.Range(0, 20).Count(s => UnitSample.Takes(0.5, $"s-{s}"));

        await using var watch = new WatchSession(presets.Folder, "--preset", "p");
        var watched = await watch.SaysAsync("duplicates");
        var (_, ran, _) = await presets.Folder.RunAsync(
            "run", presets.Folder.At("traces"), "--scorers", presets.Folder.At("scorers"), "--presets", presets.Folder.At("presets"), "--preset", "p", "--out", presets.Folder.At("results"));

        traces.ShouldBeInRange(20, 40);
        watched.ShouldContain($"started: {traces + sessions + 60} of {traces + sessions + 60} pairs scored, ");
        watched.ShouldMatch($@"size +mean 5 +{traces} ");
        watched.ShouldMatch($@"turns +mean 3 +{sessions} ");
        watched.ShouldMatch("length +mean 1 +60 ");
        ran.ShouldMatch("size +mean 5 +60 ");
    }

    [Fact(Timeout = 240_000)]
    public async Task Interrupted_it_ends_well()
    {
        var watch = await WatchSession.StartAsync(presets.Folder);

        (await watch.EndAsync()).ShouldBe(0);
        await watch.DisposeAsync();
    }

    [Fact]
    public async Task Standard_input_cannot_be_watched()
    {
        var (exitCode, _, error) = await presets.Folder.RunAsync("watch", "-");

        exitCode.ShouldBe(5);
        error.ShouldBe("error: Standard input cannot be watched: it can be read once only. Name files or folders of traces.\n");
    }

    private void Preset(string setting, string bound) =>
        presets.Preset("p", $"scorers:\n- length: {{ {setting} }}\n- size\nthresholds: {{ length/pass_rate: \">= {bound}\" }}\n");
}
