namespace ScriptHost.Runs;

/// <summary>Runs that are held to locks, through the program.</summary>
public sealed class LockedRunTests : IDisposable
{
    private const string Preset = "scorers: [size, { length: { max: 9 } }]\nthresholds: { size/mean: \">= 1\" }\n";

    private readonly PresetWorkspace workspace = new PresetWorkspace().Preset("p", Preset);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_preset_that_is_what_its_lock_says_runs()
    {
        await workspace.DoAsync("lock", "p");

        (await workspace.RunAsync("--preset", "p", "--locked")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_preset_without_a_lock_does_not_run_locked()
    {
        var run = await workspace.RunAsync("--preset", "p", "--locked");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("presets/p.lock.yaml: error SH4403: The preset 'p' has no lock; 'scripthost lock p' writes one.");
        run.Record.ShouldBeNull();
    }

    [Theory]
    [InlineData("scorers: [size, { length: { max: 8 } }]\nthresholds: { size/mean: \">= 1\" }\n", "~ length: setting 'max' changed: 9 → 8")]
    [InlineData("scorers: [size]\nthresholds: { size/mean: \">= 1\" }\n", "- length: member gone: ")]
    [InlineData("scorers: [size, { length: { max: 9 } }, turns]\nthresholds: { size/mean: \">= 1\" }\n", "+ turns: member added: ")]
    [InlineData("scorers: [{ length: { max: 9 } }, size]\nthresholds: { size/mean: \">= 1\" }\n", ": place changed: ")]
    [InlineData("scorers: [size, { length: { max: 9 } }]\nthresholds: { size/mean: \">= 2\" }\n", "~ size/mean: threshold changed: ")]
    [InlineData("scorers: [{ scorer: size, where: \"session_id = 's-1'\" }, { length: { max: 9 } }]\nthresholds: { size/mean: \">= 1\" }\n", "+ size: where added: ")]
    public async Task A_preset_that_changed_is_refused_and_the_difference_is_shown(string now, string drift)
    {
        await workspace.DoAsync("lock", "p");
        workspace.Preset("p", now);

        await ShouldDriftAsync(drift, "--preset", "p", "--locked");
    }

    [Fact]
    public async Task A_script_that_changed_is_refused()
    {
        await workspace.DoAsync("lock", "p");
        workspace.Folder.Scorer("size", "(string outputs) => outputs.Length + 0");

        await ShouldDriftAsync("~ size: script changed: ", "--preset", "p", "--locked");
    }

    [Fact]
    public async Task Another_allowlist_is_refused()
    {
        await workspace.DoAsync("lock", "p");
        var other = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ScriptHost", "Scripting", "allowlist.yaml"), TestContext.Current.CancellationToken);
        workspace.Folder.File("other.yaml", other + "\n# another\n");

        await ShouldDriftAsync("~ allowlist: hash changed: ", "--preset", "p", "--locked", "--allowlist", workspace.Folder.At("other.yaml"));
    }

    [Fact]
    public async Task A_lock_that_was_edited_pins_nothing()
    {
        await workspace.DoAsync("lock", "p");
        var path = workspace.Folder.At("presets/p.lock.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("max: 9", "max: 10", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await workspace.RunAsync("--preset", "p", "--locked");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("The lock has been edited");
    }

    private async Task ShouldDriftAsync(string drift, params string[] arguments)
    {
        var run = await workspace.RunAsync(arguments);

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("error SH4402: The preset 'p' is not what its lock says");
        run.Error.ShouldContain(drift);
        run.Record.ShouldBeNull();
        run.Out.ShouldBeEmpty();
    }
}
