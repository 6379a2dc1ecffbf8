using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

public sealed class InitTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_starter_folder_holds_what_ships_and_has_no_fault()
    {
        var (exitCode, _, error) = await workspace.RunAsync("init", workspace.At("start"));

        exitCode.ShouldBe(0, error);
        foreach (var name in BuiltInScorers.Names)
        {
            File.ReadAllBytes(workspace.At($"start/scorers/{name}.csx")).ShouldBe(BuiltInScorers.Source(name));
        }

        foreach (var name in BuiltInPresets.Names)
        {
            File.ReadAllBytes(workspace.At($"start/presets/{name}.yaml")).ShouldBe(BuiltInPresets.Source(name).ToArray());
        }

        File.ReadAllText(workspace.At("start/presets/preset.schema.json")).ShouldBe(ManifestSchema.Print());
        File.Exists(workspace.At("start/.vscode/settings.json")).ShouldBeTrue();
        (await workspace.RunAsync("check", workspace.At("start/scorers"))).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_there_stays()
    {
        workspace.File("start/scorers/turns.csx", "(Session session) => session.Count");

        var (exitCode, _, error) = await workspace.RunAsync("init", workspace.At("start"));

        exitCode.ShouldBe(0);
        error.ShouldContain("kept: start/scorers/turns.csx\n");
        error.ShouldContain(" 1 kept as they were.");
        File.ReadAllText(workspace.At("start/scorers/turns.csx")).ShouldBe("(Session session) => session.Count");
    }
}
