namespace ScriptHost.Presets;

public sealed class PresetResolutionTests
{
    private const string Rag = "preset: rag\nscorers:\n  - contains_citation\n  - safety\n  - response_length: { min: 5 }\nthresholds: { safety/mean: \">= 1\", contains_citation/mean: \">= 0.9\" }\n";

    [Fact]
    public void Includes_come_first_in_their_order_then_the_presets_own() =>
        PresetTexts.Shown(PresetTexts.Sound(
                Rag, "preset: extra\nscorers: [fluency]\n", "preset: a\nscorers: [tool_call_efficiency]\ninclude: [extra, rag]\n"))
            .ShouldBe(["fluency", "contains_citation", "safety", "response_length {min: 5}", "tool_call_efficiency"]);

    [Fact]
    public void What_is_reached_twice_is_there_once() =>
        PresetTexts.Shown(PresetTexts.Sound(
                Rag, "preset: left\ninclude: [rag]\n", "preset: right\ninclude: [rag]\nscorers: [fluency]\n", "preset: a\ninclude: [left, right, rag]\n"))
            .ShouldBe(["contains_citation", "safety", "response_length {min: 5}", "fluency"]);

    [Fact]
    public void A_setting_that_is_stated_as_it_is_by_default_makes_no_difference() =>
        PresetTexts.Shown(PresetTexts.Sound("preset: rag\nscorers: [response_length]\n", "preset: a\ninclude: [rag]\nscorers:\n  - response_length: { max: 400 }\n"))
            .ShouldBe(["response_length"]);

    [Fact]
    public void Drop_leaves_out_a_scorer_with_its_thresholds()
    {
        var preset = PresetTexts.Sound(Rag, "preset: a\ninclude: [rag]\ndrop: [safety]\n");

        PresetTexts.Shown(preset).ShouldBe(["contains_citation", "response_length {min: 5}"]);
        preset.Thresholds.Select(t => t.Metric).ShouldBe(["contains_citation/mean"]);
    }

    [Fact]
    public void Drop_leaves_out_a_threshold_by_its_metric()
    {
        var preset = PresetTexts.Sound(Rag, "preset: a\ninclude: [rag]\ndrop: [safety/mean]\nthresholds: { safety/mean: \">= 0.5\" }\n");

        preset.Members.Count.ShouldBe(3);
        preset.Thresholds.Select(t => $"{t.Metric} {t.Bound}").ShouldBe(["contains_citation/mean >= 0.9", "safety/mean >= 0.5"]);
    }

    [Fact]
    public void Override_changes_a_setting_and_leaves_the_others_as_they_were()
    {
        var preset = PresetTexts.Sound(Rag, "preset: a\ninclude: [rag]\noverride:\n  response_length:\n    with: { max: 99 }\n    sample: 0.5\n    where: \"state = 'OK'\"\n    aggregations: [p90]\n");

        preset.Members[2].ToString().ShouldBe("response_length {max: 99, min: 5, aggregations: [p90], sample: 0.5, where: \"state = 'OK'\"}");
        preset.Members[2].Settings.Select(s => $"{s.Name} {s.Origin}").ShouldBe(["max presets/a.yaml(5,13)", "min presets/rag.yaml(5,24)"]);
        preset.Members[1].Settings.Select(s => s.Origin).ShouldAllBe(o => o == null);
    }

    [Fact]
    public void Two_includes_that_differ_agree_once_both_are_overridden() =>
        PresetTexts.Shown(PresetTexts.Sound(
                "preset: short\nscorers:\n  - response_length: { max: 100 }\n",
                "preset: long\nscorers:\n  - response_length: { max: 900 }\n",
                "preset: a\ninclude: [short, long]\noverride: { response_length: { with: { max: 500 } } }\n"))
            .ShouldBe(["response_length {max: 500}"]);

    [Fact]
    public void A_conflict_of_two_includes_is_the_fault_of_who_includes_both_and_shows_both()
    {
        var (preset, diagnostics) = PresetTexts.Resolve(Rag, "preset: strict\nscorers:\n  - safety: { strict: true }\n", "preset: a\ninclude: [rag, strict]\n");

        preset.ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "presets/a.yaml(2,16): error SH4205: Two scorers are called 'safety' and differ: safety from presets/rag.yaml(4,5), and safety {strict: true} from presets/strict.yaml(3,5); "
            + "name one of them otherwise with 'as', or use 'drop' or 'override' where an include brought it.");
    }

    [Fact]
    public void A_judge_of_ones_own_comes_before_those_of_includes() =>
        PresetTexts.Sound(
                "preset: one\nscorers: [fluency]\njudge: { model: m1 }\n",
                "preset: two\nscorers: [safety]\njudge: { model: m2 }\n",
                "preset: a\ninclude: [one, two]\njudge: { model: m3 }\n")
            .Judge?.Value.ShouldBe("m3");

    [Fact]
    public void A_hundred_presets_in_a_row_are_refused_and_do_not_overflow_the_stack()
    {
        var chain = Enumerable.Range(0, 100).Select(i => $"preset: p{i}\n{(i == 0 ? "scorers: [fluency]" : $"include: [p{i - 1}]")}\n").ToList();

        var (preset, diagnostics) = PresetTexts.Resolve(chain);

        preset.ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PresetCodes.IncludeDepth);
    }

    [Fact]
    public void Includes_that_double_at_every_step_are_looked_at_once_each()
    {
        var ladder = Enumerable.Range(0, 30).SelectMany(i => (string[])
            [$"preset: l{i}\n{(i == 0 ? "scorers: [fluency]" : $"include: [l{i - 1}, r{i - 1}]")}\n", $"preset: r{i}\n{(i == 0 ? "scorers: [fluency]" : $"include: [l{i - 1}, r{i - 1}]")}\n"]);

        PresetTexts.Shown(PresetTexts.Sound([.. ladder])).ShouldBe(["fluency"]);
    }

    [Fact]
    public void A_scorer_whose_script_has_faults_is_not_called_unknown()
    {
        var (preset, diagnostics) = PresetTexts.Resolve("preset: a\nscorers: [has_faults]\n");

        preset.ShouldBeNull();
        diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_threshold_names_an_aggregation_that_the_run_then_computes()
    {
        var preset = PresetTexts.Sound("preset: a\nscorers: [contains_citation, fluency]\nthresholds: { contains_citation/pass_rate: \">= 0.95\" }\n");

        preset.AggregationsOf(preset.Members[0]).ShouldBe([Contract.Aggregation.Mean, Contract.Aggregation.PassRate]);
        preset.AggregationsOf(preset.Members[1]).ShouldBe([Contract.Aggregation.Mean]);
    }

    [Fact]
    public void The_hash_does_not_heed_the_order_of_keys_comments_and_places()
    {
        var one = PresetTexts.Sound("preset: a\nscorers:\n  - response_length: { min: 5, max: 9 }\n  - word_list: { weights: { a: 1, b: 2 } }\nthresholds: { a/mean: \">= 1\", b/mean: \"<= 2\" }\n");
        var other = PresetTexts.Sound("preset: b\n# another name\nthresholds: { b/mean: { at_most: 2 }, a/mean: \">=1.0\" }\n\ndescription: words\nscorers:\n  - scorer: response_length\n    with: { max: 9, min: 0x5 }\n  - word_list: { weights: { b: 2, a: 1 } }\n");

        other.Hash.ShouldBe(one.Hash);
        one.Hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("preset: a\nscorers: [safety, fluency]\n")]
    [InlineData("preset: a\nscorers: [fluency]\n")]
    [InlineData("preset: a\nscorers: [fluency, { safety: { limit: 0.6 } }]\n")]
    [InlineData("preset: a\nscorers: [fluency, { scorer: safety, as: other }]\n")]
    [InlineData("preset: a\nscorers: [fluency, { scorer: safety, sample: 0.5 }]\n")]
    [InlineData("preset: a\nscorers: [fluency, { scorer: safety, where: \"state = 'OK'\" }]\n")]
    [InlineData("preset: a\nscorers: [fluency, { scorer: safety, aggregations: [p90] }]\n")]
    [InlineData("preset: a\nscorers: [fluency, safety]\nthresholds: { safety/mean: \"> 1\" }\n")]
    [InlineData("preset: a\nscorers: [fluency, safety]\njudge: { model: x }\n")]
    public void The_hash_heeds_all_that_matters(string manifest) =>
        PresetTexts.Sound(manifest).Hash.ShouldNotBe(PresetTexts.Sound("preset: a\nscorers: [fluency, safety]\n").Hash);
}
