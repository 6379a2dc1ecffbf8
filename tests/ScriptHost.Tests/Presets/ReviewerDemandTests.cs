namespace ScriptHost.Presets;

/// <summary>
/// What the reviewers of MLflow's proposal for presets asked for (RFC 0007, https://github.com/mlflow/rfcs/pull/13), each under its number in our notes.
/// R2, that the proposal held too much detail, is none of a program.
/// </summary>
public sealed class ReviewerDemandTests
{
    private const string Agent = "preset: agent\ndescription: d\nscorers:\n  - tool_call_efficiency\n  - safety\n  - response_length: { max: 900 }\nthresholds: { safety/pass_rate: \">= 0.9\" }\n";

    private static readonly string Allowlist = new('a', 64);

    private static readonly string Shipped = Path.Combine(Repository.Root, "presets");

    [Fact]
    public void R1_Duplicates_fold_wherever_presets_are_combined_not_only_when_a_run_begins()
    {
        var agent = PresetTexts.Sound(Agent);
        var argument = PresetTexts.CommandLine("safety", "response_length:max=900").Preset.ShouldNotBeNull();

        Names(PresetTexts.Sound("preset: a\nscorers: [safety, safety]\n")).ShouldBe("safety");
        Names(PresetTexts.Sound(Agent, "preset: a\ninclude: [agent]\nscorers: [safety]\n")).ShouldBe("tool_call_efficiency, safety, response_length");
        Names(Union(agent, agent)).ShouldBe("tool_call_efficiency, safety, response_length");
        Names(Union(agent, argument)).ShouldBe("tool_call_efficiency, safety, response_length");
    }

    [Fact]
    public void R3_One_scorer_in_two_configurations_has_two_names() =>
        PresetTexts.Shown(PresetTexts.Sound("preset: a\nscorers:\n  - response_length: { max: 100 }\n  - scorer: response_length\n    as: long_enough\n    with: { min: 500 }\n"))
            .ShouldBe(["response_length {max: 100}", "long_enough=response_length {min: 500}"]);

    [Fact]
    public void R3_Two_configurations_under_one_name_are_refused_and_both_are_shown()
    {
        var fault = PresetTexts.Resolve("preset: a\nscorers:\n  - response_length: { max: 100 }\n  - response_length: { max: 200 }\n").Diagnostics.ShouldHaveSingleItem();

        fault.Message.ShouldContain("response_length {max: 100} from presets/a.yaml(3,5), and response_length {max: 200} from presets/a.yaml(4,5)");
    }

    [Fact]
    public void R4_A_single_member_of_a_preset_can_be_configured_left_out_and_added_to()
    {
        var mine = PresetTexts.Sound(
            Agent, "preset: mine\ninclude: [agent]\nscorers: [fluency]\ndrop: [tool_call_efficiency]\noverride: { safety: { with: { strict: true } } }\n");

        PresetTexts.Shown(mine).ShouldBe(["safety {strict: true}", "response_length {max: 900}", "fluency"]);
    }

    [Theory]
    [InlineData("  - safety\n", "", "- safety: member gone: ")]
    [InlineData("  - safety\n", "  - safety\n  - fluency\n", "+ fluency: member added: ")]
    [InlineData("max: 900", "max: 950", "~ response_length: setting 'max' changed: 900 → 950")]
    [InlineData(">= 0.9", ">= 0.8", "~ safety/pass_rate: threshold changed: ")]
    public void R5_When_what_one_includes_changes_the_lock_says_so(string before, string after, string drift)
    {
        const string Mine = "preset: mine\ninclude: [agent]\n";
        var locked = LockedPreset.Of(PresetTexts.Sound(Agent, Mine), Allowlist);
        var now = LockedPreset.Of(PresetTexts.Sound(Agent.Replace(before, after, StringComparison.Ordinal), Mine), Allowlist);

        LockComparison.Compare(locked, now).ShouldHaveSingleItem().ToString().ShouldStartWith(drift);
        now.Hash.ShouldNotBe(locked.Hash);
    }

    [Fact]
    public void R6_A_preset_is_kept_as_a_file_and_comes_back_whole()
    {
        using var folder = new TemporaryFolder();
        folder.Write("presets/agent.yaml", ManifestPrinting.Print(ManifestReading.Read("presets/agent.yaml", System.Text.Encoding.UTF8.GetBytes(Agent)).Manifest.ShouldNotBeNull()));

        var library = PresetLibrary.Open(folder.At("presets"));

        library.Diagnostics.ShouldBeEmpty();
        var kept = new PresetResolution(library, PresetTexts.Scorers, PresetTexts.FilterFault).Resolve(new Stated<string>("agent", Origin.CommandLine("")));
        kept.ShouldNotBeNull().Hash.ShouldBe(PresetTexts.Sound(Agent).Hash);
    }

    [Fact]
    public void R7_A_duplicate_that_differs_is_blocked_not_dropped()
    {
        PresetUnion.Of([PresetTexts.Sound(Agent), PresetTexts.CommandLine("safety:strict=true").Preset.ShouldNotBeNull()], out var conflicts).ShouldBeNull();

        conflicts.ShouldHaveSingleItem().ToString().ShouldStartWith(
            "--scorer safety:strict=true: error SH4205: Two scorers are called 'safety' and differ: safety from presets/agent.yaml(5,5), and safety {strict: true} from --scorer safety:strict=true; ");
    }

    [Fact]
    public void R8_There_is_no_preset_for_safety_or_quality_alone() =>
        PresetLibrary.Open(Shipped).Names.ShouldBe(["agent", "conversational_agent", "quick", "rag"]);

    [Fact]
    public void R9_No_shipped_preset_needs_ground_truth()
    {
        var library = PresetLibrary.Open(Shipped);
        var scripts = library.ScorersOf(library.Names).ToDictionary(s => s, s => File.ReadAllText(Path.Combine(Repository.Root, "scorers", $"{s}.csx")));

        scripts.Count.ShouldBeGreaterThan(5);
        scripts.Where(s => s.Value.Contains("expectations", StringComparison.OrdinalIgnoreCase)).Select(s => s.Key).ShouldBeEmpty();
    }

    [Fact]
    public void R10_Combining_is_a_set_union()
    {
        var (one, other) = (PresetTexts.CommandLine("safety,fluency").Preset.ShouldNotBeNull(), PresetTexts.CommandLine("fluency,contains_citation").Preset.ShouldNotBeNull());

        Names(Union(one, other)).ShouldBe("safety, fluency, contains_citation");
    }

    [Fact]
    public void R11_A_union_is_a_preset_again_with_a_name_that_can_be_combined_and_locked()
    {
        var agent = PresetTexts.Sound(Agent);
        var other = PresetTexts.Sound("preset: other\nscorers: [fluency]\n");

        var union = Union(Union(agent, other), PresetTexts.CommandLine("contains_citation").Preset.ShouldNotBeNull());

        (union.Name, union.Members.Count, union.Thresholds.Count).ShouldBe(("agent+other", 5, 1));
        LockedPreset.Of(union, Allowlist).Hash.ShouldBe(union.Hash);
    }

    [Fact]
    public void R12_What_is_added_to_a_preset_goes_through_the_same_check_as_what_is_in_it()
    {
        PresetTexts.Resolve(Agent, "preset: a\ninclude: [agent]\nscorers:\n  - safety: { limit: 0.1 }\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PresetCodes.Conflict);
        PresetTexts.CommandLine("safety", "safety:limit=0.1").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PresetCodes.Conflict);
        PresetTexts.Resolve(Agent, "preset: a\ninclude: [agent]\noverride: { safety: { with: { limt: 0.1 } } }\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PresetCodes.UnknownSetting);
    }

    [Fact]
    public void R13_A_preset_whose_scorer_somebody_else_does_not_have_says_so_before_anything_runs() =>
        PresetTexts.Resolve("preset: shared\nscorers: [our_own_scorer]\n").Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe("presets/shared.yaml(2,11): error SH4101: There is no scorer 'our_own_scorer'.");

    [Fact]
    public void R14_A_preset_is_found_in_its_folder_and_nowhere_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("presets/a.yaml", "preset: a\nscorers: [fluency]\n");
        folder.Write("presets/below/b.yaml", "preset: b\nscorers: [fluency]\n");
        folder.Write("c.yaml", "preset: c\nscorers: [fluency]\n");

        PresetLibrary.Open(folder.At("presets")).Names.ShouldBe(["a"]);
    }

    [Fact]
    public async Task R15_All_presets_can_be_listed_with_what_they_are_for()
    {
        var program = new Cli.CapturedProgram();

        var code = await program.RunAsync("list", "presets", "--presets", Shipped, "--scorers", Path.Combine(Repository.Root, "scorers"), "--format", "json");

        code.ShouldBe(0, program.Error);
        var listed = System.Text.Json.Nodes.JsonNode.Parse(program.Output).ShouldNotBeNull().AsArray();
        listed.Select(p => (string?)p?["name"]).ShouldBe(["agent", "conversational_agent", "quick", "rag"]);
        listed.ShouldAllBe(p => ((string?)p!["description"] ?? "").Contains("A judge would add"));
    }

    [Fact]
    public void R16_A_preset_is_written_without_a_class_or_any_code() =>
        Names(PresetTexts.Sound("preset: mine\nscorers: [fluency]\n")).ShouldBe("fluency");

    private static Preset Union(params IReadOnlyList<Preset> presets)
    {
        var union = PresetUnion.Of(presets, out var conflicts);
        conflicts.ShouldBeEmpty();

        return union.ShouldNotBeNull();
    }

    private static string Names(Preset preset) => string.Join(", ", preset.Members.Select(m => m.Name));
}
