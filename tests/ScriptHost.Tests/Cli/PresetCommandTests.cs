using System.Text.Json.Nodes;
using ScriptHost.Presets;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>The commands that have to do with presets, from their arguments to what they print and how they exit.</summary>
public sealed class PresetCommandTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "Scorer.Define((string outputs, int min = 3, int max = 400) => outputs.Length >= min, aggregations: [Aggregation.PassRate])")
        .Scorer("turns", "(Session session) => session.Count")
        .File("presets/base.yaml", "preset: base\ndescription: The base.\nscorers:\n  - length: { min: 5 }\nthresholds:\n  length/pass_rate: \">= 0.9\"\n")
        .File("presets/mine.yaml", "preset: mine\ninclude: [base]\nscorers: [turns]\noverride: { length: { with: { max: 99 } } }\n");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Show_says_where_each_value_came_from()
    {
        var (exitCode, output, error) = await RunAsync("show", "preset", "mine");

        (exitCode, error).ShouldBe((0, ""));
        Lines(output).ShouldBe(
        [
            "mine",
            $"hash {Lines(output)[1].Split(' ')[1]}",
            "",
            "Member Scorer Setting Value From",
            "length length presets/base.yaml(4,5)",
            "max 99 presets/mine.yaml(4,31)",
            "min 5 presets/base.yaml(4,15)",
            "(aggregations) pass_rate default",
            "turns turns presets/mine.yaml(3,11)",
            "(aggregations) mean default",
            "",
            "Threshold Demand From",
            "length/pass_rate >= 0.9 presets/base.yaml(6,3)",
        ]);
        Lines(output)[1].ShouldMatch("^hash [0-9a-f]{64}$");
    }

    [Fact]
    public async Task Show_finds_a_preset_when_no_scorer_has_the_name()
    {
        (await RunAsync("show", "mine")).Out.ShouldStartWith("mine\n");
        (await RunAsync("show", "length")).Out.ShouldContain("signature");

        var (exitCode, _, error) = await RunAsync("show", "preset", "mien");

        exitCode.ShouldBe(5);
        error.ShouldBe("error: There is no preset 'mien' in 'presets'. Did you mean 'mine'?\n");
    }

    [Fact]
    public async Task A_fault_in_a_script_that_the_preset_does_not_name_is_left_alone()
    {
        workspace.Scorer("bad", "(string outputs) => outputs.Lenght");

        (await RunAsync("show", "preset", "base")).ExitCode.ShouldBe(0);
        (await RunAsync("lock", "base")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task List_shows_sound_presets_and_tells_what_is_wrong_with_others()
    {
        workspace.File("presets/odd.yaml", "preset: odd\nscorers: [lenght]\n");

        var (exitCode, output, error) = await RunAsync("list", "presets");

        exitCode.ShouldBe(5);
        Lines(output).ShouldBe(["Name Scorers Thresholds Locked Description", "base length 1 no The base.", "mine length, turns 1 no"]);
        error.ShouldBe("presets/odd.yaml(2,11): error SH4101: There is no scorer 'lenght'. Did you mean 'length'?\n");
    }

    [Fact]
    public async Task A_lock_holds_until_something_changes_and_then_shows_what()
    {
        var (written, path, _) = await RunAsync("lock", "mine", "base");
        (written, path).ShouldBe((0, "presets/mine.lock.yaml\npresets/base.lock.yaml\n"));
        (await RunAsync("lock", "--check")).ShouldBe((0, "", ""));
        (await RunAsync("list", "presets", "--format", "json")).Out.ShouldContain("\"locked\": true");

        workspace.Scorer("turns", "(Session session) => session.Count + 0");
        workspace.File("presets/base.yaml", "preset: base\nscorers:\n  - length: { min: 6 }\nthresholds:\n  length/pass_rate: \">= 0.8\"\n");
        var (exitCode, output, error) = await RunAsync("lock", "--check", "mine");

        exitCode.ShouldBe(5);
        error.ShouldBe("presets/mine.lock.yaml: error SH4402: The preset 'mine' is not what its lock says; 'scripthost lock mine' pins what is so now.\n");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("~ length: setting 'min' changed: 5 → 6");
        lines[1].ShouldMatch("^~ turns: script changed: [0-9a-f]{12} → [0-9a-f]{12}$");
        lines[2].ShouldBe("~ length/pass_rate: threshold changed: \">= 0.9\" → \">= 0.8\"");
    }

    [Fact]
    public async Task Another_allowlist_is_a_drift()
    {
        await RunAsync("lock", "base");
        var list = System.Text.Encoding.UTF8.GetString(Scripting.AllowlistText.Embedded.Content.Span);
        workspace.File("allowlist.yaml", list + "# changed\n");

        var (exitCode, output, _) = await RunAsync("lock", "--check", "base", "--allowlist", workspace.At("allowlist.yaml"));

        exitCode.ShouldBe(5);
        output.ShouldMatch("^~ allowlist: hash changed: [0-9a-f]{12} → [0-9a-f]{12}\n$");
    }

    [Fact]
    public async Task A_lock_that_is_missing_or_edited_is_told()
    {
        (await RunAsync("lock", "--check")).Error.ShouldBe("error: There is no lock in 'presets'. 'scripthost lock NAME' writes one.\n");
        (await RunAsync("lock")).Error.ShouldBe("error: A preset is missing: base, mine.\n");
        var (missing, _, told) = await RunAsync("lock", "--check", "base");
        (missing, told).ShouldBe((5, "presets/base.lock.yaml: error SH4403: The preset 'base' has no lock; 'scripthost lock base' writes one.\n"));

        await RunAsync("lock", "base");
        var path = workspace.At("presets/base.lock.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("min: 5", "min: 7", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await RunAsync("lock", "--check");

        exitCode.ShouldBe(5);
        error.ShouldContain("presets/base.lock.yaml(2,1): error SH4401: The lock has been edited");
    }

    [Fact]
    public async Task A_new_preset_passes_the_check_and_is_not_overwritten()
    {
        var (exitCode, output, _) = await RunAsync("new", "preset", "fresh");

        (exitCode, output).ShouldBe((0, "presets/fresh.yaml\n"));
        (await File.ReadAllLinesAsync(workspace.At("presets/fresh.yaml"), TestContext.Current.CancellationToken))[..2]
            .ShouldBe(["# yaml-language-server: $schema=preset.schema.json", "preset: fresh"]);
        (await File.ReadAllTextAsync(workspace.At("presets/preset.schema.json"), TestContext.Current.CancellationToken)).ShouldBe(ManifestSchema.Print());
        (await RunAsync("check", workspace.At("presets/fresh.yaml"))).ExitCode.ShouldBe(0);

        (await RunAsync("new", "preset", "Fresh")).Error.ShouldBe("error: There is a preset 'fresh' already.\n");
        (await RunAsync("new", "preset", "../x")).Error.ShouldContain("'../x' is no name for a preset");
    }

    [Fact]
    public async Task Check_tells_the_faults_of_scripts_and_presets_together()
    {
        workspace.Scorer("bad", "(string output) => 1")
            .File("presets/odd.yaml", "preset: odd\nscorers: [bad, lenght]\nthreshold: {}\n");

        var (exitCode, output, error) = await workspace.RunAsync(
            "check", workspace.At("scorers"), workspace.At("presets"), "--scorers", workspace.At("scorers"), "--presets", workspace.At("presets"), "--format", "json");

        exitCode.ShouldBe(5);
        error.ShouldBe("2 scorers, 2 presets, 3 errors, 0 warnings\n");
        JsonNode.Parse(output).ShouldNotBeNull().AsArray().Select(d => $"{Path.GetFileName((string?)d?["path"])}({d?["line"]},{d?["column"]}) {d?["code"]}")
            .ShouldBe(["odd.yaml(2,16) SH4101", "odd.yaml(3,1) SH4003", "bad.csx(1,20) SH2203"]);
    }

    [Fact]
    public async Task The_schema_goes_to_standard_output_or_a_file()
    {
        (await workspace.RunAsync("schema")).ShouldBe((0, ManifestSchema.Print(), ""));
        (await workspace.RunAsync("schema", "-o", workspace.At("s.json"))).ShouldBe((0, "s.json\n", ""));
        (await File.ReadAllTextAsync(workspace.At("s.json"), TestContext.Current.CancellationToken)).ShouldBe(ManifestSchema.Print());
    }

    // Columns are as wide as the terminal's and the temporary folder's names make them.
    private static List<string> Lines(string output) =>
        [.. output.TrimEnd('\n').Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await workspace.RunAsync([.. arguments, "--scorers", workspace.At("scorers"), "--presets", workspace.At("presets")]);

        return (exitCode, output, error.Replace(workspace.At("presets"), "presets", StringComparison.Ordinal));
    }
}
