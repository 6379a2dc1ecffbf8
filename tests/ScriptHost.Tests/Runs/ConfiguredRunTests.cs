namespace ScriptHost.Runs;

/// <summary>Runs over configured scorers, through the program.</summary>
public sealed class ConfiguredRunTests : IDisposable
{
    private readonly PresetWorkspace workspace = new PresetWorkspace().Preset("other", "scorers: [size]\n");

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("none")]
    [InlineData("process")]
    public async Task One_script_is_two_members_each_with_its_name_settings_filter_and_metrics(string isolation)
    {
        workspace.Preset("p", """
            scorers:
              - scorer: length
                as: short
                with: { max: 3 }
                aggregations: [pass_rate, count]
              - scorer: length
                as: long
                with: { min: 10 }
                where: "session_id = 's-1'"
              - turns
            """);

        var run = await workspace.RunAsync("--preset", "p", "--isolation", isolation);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Scorers.ShouldBe("short, long, turns");
        run.Of("short").ShouldBe("false, false, true");
        run.Of("long").ShouldBe("false, true, skipped");
        run.Of("turns").ShouldBe("2, 1");
        run.Results.ShouldContain("The scorer's 'where' leaves it out: session_id = 's-1'.");
        run.Results.ShouldContain("\"source_id\":\"short\"");
        run.Results.ShouldContain("\"mlflow.assessment.scorerName\":\"long\"");
        (run.Metric("short/pass_rate"), run.Metric("short/count"), run.Metric("short/mean"), run.Metric("long/mean")).ShouldBe((1.0 / 3, 3, null, 0.5));
        run.Record?["outcomes"]?["long"]?.ToJsonString().ShouldBe("""{"scored":2,"error":0,"not_applicable":0,"skipped":1}""");
        var member = run.Record?["scorers"]?[1];
        (member?["scorer"]?.ToString(), member?["settings"]?.ToJsonString(), member?["where"]?.ToString()).ShouldBe(("length", """{"min":10,"max":100}""", "session_id = 's-1'"));
    }

    [Fact]
    public async Task Workers_and_threads_give_the_same_bytes_whatever_shares_a_process()
    {
        workspace.Preset("p", "scorers:\n  - { scorer: length, as: short, with: { max: 3 } }\n  - turns\n  - length\n  - { scorer: turns, as: second, where: \"session_id = 's-2'\" }\n");

        var inProcess = await workspace.RunAsync("--preset", "p");

        (await workspace.RunAsync("--preset", "p", "--isolation", "process", "--jobs", "2")).Results.ShouldBe(inProcess.Results);
        (await workspace.RunAsync("--preset", "p", "--isolation", "scorer")).Results.ShouldBe(inProcess.Results);
        inProcess.Of("second").ShouldBe("skipped, 1");
        inProcess.Results.ShouldContain("No trace of the session is one that the scorer's 'where' takes: session_id = 's-2'.");
    }

    [Fact]
    public async Task A_preset_and_scorers_with_settings_on_the_command_line_are_one_union()
    {
        workspace.Preset("p", "scorers: [size]\n");

        var run = await workspace.RunAsync("--preset", "p", "--scorer", "length:min=10,max=400", "--scorer", "size,turns");

        run.Scorers.ShouldBe("size, length, turns");
        run.Of("length").ShouldBe("false, true, false");
        run.Record?["preset"]?["names"]?.ToJsonString().ShouldBe("""["p"]""");
    }

    [Fact]
    public async Task The_record_has_the_content_that_the_presets_hash_is_of()
    {
        workspace.Preset("p", "scorers:\n  - length: { max: 7 }\nthresholds: { length/pass_rate: \">= 0.5\" }\n");

        var preset = (await workspace.RunAsync("--preset", "p")).Record?["preset"];

        var content = preset?["content"]?.ToJsonString(Scoring.ScriptJson.Text) ?? "";
        preset?["hash"]?.ToString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content))));
        preset?["content"]?["members"]?[0]?["settings"]?.ToJsonString().ShouldBe("""{"max":7,"min":1}""");
        (await workspace.DoAsync("show", "p", "--isolation", "none")).Out.ShouldContain(preset?["hash"]?.ToString() ?? "?");
    }

    [Theory]
    [InlineData("--scorer length:min", 5, "SH4105")]
    [InlineData("--scorer length:min=", 5, "SH4103")]
    [InlineData("--scorer length:mni=3", 5, "Did you mean 'min'?")]
    [InlineData("--scorer lenght", 5, "There is no scorer 'lenght'. Did you mean 'length'?")]
    [InlineData("--preset nope", 5, "There is no preset 'nope'")]
    [InlineData("--scorer size --locked", 5, "--locked holds presets to their locks")]
    [InlineData("--preset nope.shp", 5, "There is no bundle 'nope.shp'.")]
    public async Task What_cannot_be_resolved_is_told_and_nothing_runs(string arguments, int exitCode, string message)
    {
        var run = await workspace.RunAsync(arguments.Split(' '));

        run.ExitCode.ShouldBe(exitCode);
        run.Error.ShouldContain(message);
        run.Record.ShouldBeNull();
    }

    [Fact]
    public async Task Explain_and_try_take_what_a_run_takes()
    {
        workspace.Preset("p", "scorers:\n  - { scorer: length, as: short, with: { max: 3 } }\n  - turns\n");

        var (_, explained, error) = await workspace.DoAsync("explain", "tr-1", "--traces", workspace.Folder.At("traces"), "--preset", "p", "--scorer", "length:min=2");
        var (tried, member, _) = await workspace.DoAsync("try", "short", "tr-3", "--traces", workspace.Folder.At("traces"), "--preset", "p");
        var (_, configured, _) = await workspace.DoAsync("try", "length:max=1", "tr-3", "--traces", workspace.Folder.At("traces"));
        var (missing, _, why) = await workspace.DoAsync("try", "shrot", "tr-3", "--traces", workspace.Folder.At("traces"), "--preset", "p");

        explained.ShouldContain("short = false", customMessage: error);
        explained.ShouldContain("length = true");
        explained.ShouldContain("turns = 2");
        (tried, missing).ShouldBe((0, 5));
        member.ShouldContain("short = true");
        configured.ShouldContain("length = false");
        why.ShouldContain("The preset has no member 'shrot'. Did you mean 'short'?");
    }

    [Fact]
    public async Task A_scorer_and_a_preset_that_the_folders_lack_are_built_in_and_a_script_that_hides_one_is_told()
    {
        var built = await workspace.RunAsync("--preset", "quick", "--scorer", "exact_match");

        built.ExitCode.ShouldBeOneOf(0, 9);
        built.Scorers.ShouldContain("response_completeness");
        built.Scorers.ShouldContain("exact_match");
        built.Record?["scorers"]?[0]?["path"]?.ToString().ShouldStartWith("built-in/");
        built.Error.ShouldNotContain("in place of the built-in");

        workspace.Folder.Scorer("exact_match", "(string outputs) => true");
        var hidden = await workspace.RunAsync("--scorer", "exact_match");

        hidden.Of("exact_match").ShouldBe("true, true, true");
        hidden.Error.ShouldContain("note: 'scorers/exact_match.csx' is scored with in place of the built-in 'exact_match', from which it differs.");
    }

    [Fact]
    public async Task Plugins_scorers_can_be_members()
    {
        await workspace.Folder.Plugin("Words", "public sealed class Words : ClassScorer { public int Least { get; set; } = 1; public bool Score(string outputs) => outputs.Split(' ').Length >= Least; }").TrustAsync("Words");
        workspace.Preset("p", "scorers:\n  - { scorer: Words, as: wordy, with: { Least: 2 } }\n  - Words\n");

        var run = await workspace.RunAsync("--preset", "p");

        run.Error.ShouldContain("trusted: wordy");
        (run.Of("wordy"), run.Of("Words")).ShouldBe(("false, true, false", "true, true, true"));
        run.Record?["scorers"]?[0]?["trust"]?["why"]?.ToString().ShouldBe("Read by a test.");
    }
}
