namespace ScriptHost.Runs;

/// <summary>What the reviewers of MLflow's proposal for presets asked for and only a run can show (RFC 0007, https://github.com/mlflow/rfcs/pull/13), under its number in our notes.</summary>
public sealed class ReviewerDemandRunTests : IDisposable
{
    private readonly PresetWorkspace workspace = new PresetWorkspace()
        .Preset("agent", "scorers: [size, { length: { max: 9 } }]\nthresholds: { size/mean: \">= 1\" }\n")
        .Preset("rag", "scorers: [length: { max: 9 }, turns]\n");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task R1_Duplicates_fold_however_presets_and_scorers_come_together_in_a_run() =>
        (await workspace.RunAsync("--preset", "agent", "--preset", "rag", "--preset", "agent", "--scorer", "turns,length:max=9")).Scorers.ShouldBe("size, length, turns");

    [Fact]
    public async Task R5_What_an_include_brings_cannot_change_a_locked_run_silently()
    {
        workspace.Preset("mine", "include: [agent]\n");
        await workspace.DoAsync("lock", "mine");
        (await workspace.RunAsync("--preset", "mine", "--locked")).ExitCode.ShouldBe(0);
        workspace.Preset("agent", "scorers: [size, { length: { max: 9 } }, turns]\nthresholds: { size/mean: \">= 1\" }\n");

        var run = await workspace.RunAsync("--preset", "mine", "--locked");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("+ turns: member added: ");
    }

    [Fact]
    public async Task R11_A_union_runs_as_a_preset_with_the_thresholds_of_its_parts_and_a_hash_of_its_own()
    {
        workspace.Preset("both", "include: [agent, rag]\n");

        var united = await workspace.RunAsync("--preset", "agent", "--preset", "rag");
        var included = await workspace.RunAsync("--preset", "both");

        united.Record?["preset"]?["names"]?.ToJsonString().ShouldBe("""["agent","rag"]""");
        united.Record?["preset"]?["hash"]?.ToString().ShouldBe(included.Record?["preset"]?["hash"]?.ToString());
        united.Results.ShouldBe(included.Results);
        united.Record?["thresholds"]?.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task R12_What_the_command_line_adds_to_a_preset_goes_through_the_check_for_duplicates()
    {
        var run = await workspace.RunAsync("--preset", "agent", "--scorer", "length:max=8");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("error SH4205: Two scorers are called 'length' and differ: length {max: 9} from presets/agent.yaml");
        run.Error.ShouldContain("length {max: 8} from --scorer length:max=8");
        (await workspace.RunAsync("--preset", "agent", "--scorer", "shorter=length:max=8")).Scorers.ShouldBe("size, length, shorter");
    }

    [Fact]
    public async Task R13_A_team_mate_gets_a_preset_with_its_scripts_in_one_file_and_the_same_results()
    {
        var bundle = await workspace.PackAsync("agent");
        var here = await workspace.RunAsync("--preset", "agent");
        File.Delete(workspace.Folder.At("scorers/size.csx"));
        File.Delete(workspace.Folder.At("scorers/length.csx"));

        var there = await workspace.RunAsync("--preset", bundle);
        var without = await workspace.RunAsync("--preset", "agent");

        there.Results.ShouldBe(here.Results);
        there.ExitCode.ShouldBe(0, there.Error);
        without.ExitCode.ShouldBe(5);
        without.Error.ShouldContain("error SH4101: There is no scorer 'size'.");
    }

    [Fact]
    public async Task The_proposals_own_examples_run()
    {
        // scorers=[Agent(), Guidelines(name=…)], scorers=[Rag(), Agent()], Preset("my", [length, turns]), and one member configured otherwise.
        workspace.Preset("my", "description: Preset(name, scorers)\nscorers: [length, turns]\n")
            .Preset("tuned", "include: [agent]\noverride: { length: { with: { max: 20 } } }\n");

        (await workspace.RunAsync("--preset", "agent", "--scorer", "polite=length:min=2")).Scorers.ShouldBe("size, length, polite");
        (await workspace.RunAsync("--preset", "rag", "--preset", "agent")).Scorers.ShouldBe("length, turns, size");
        (await workspace.RunAsync("--preset", "my")).Scorers.ShouldBe("length, turns");
        (await workspace.RunAsync("--preset", "agent")).Of("length").ShouldBe("true, false, true");
        (await workspace.RunAsync("--preset", "tuned")).Of("length").ShouldBe("true, true, true");
    }
}
