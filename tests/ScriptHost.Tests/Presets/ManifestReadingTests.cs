using System.Text;

namespace ScriptHost.Presets;

public sealed class ManifestReadingTests
{
    private const string Whole =
        """
        # yaml-language-server: $schema=preset.schema.json
        preset: support
        description: What we hold support answers to.
        include: [rag]
        judge: { model: "openai:/gpt-4o-mini" }
        scorers:
          - contains_citation
          - response_length: { min: 50, max: 400 }
          - scorer: tool_call_efficiency
            as: tool_efficiency
            with: { allow_repeats: 1 }
            aggregations: [mean, p90]
            sample: 0.25
            where: "tags.env = 'prod'"
        drop: [fluency]
        override: { safety: { with: { strict: true } } }
        thresholds:
          contains_citation/pass_rate: ">= 0.95"
          tool_efficiency/mean: { at_least: 0.8, level: warn }

        """;

    [Fact]
    public void All_that_a_manifest_can_say_is_read()
    {
        var manifest = PresetTexts.Read(Whole);

        manifest.Name.Value.ShouldBe("support");
        manifest.Description.ShouldBe("What we hold support answers to.");
        manifest.Include.Select(i => i.Value).ShouldBe(["rag"]);
        manifest.Judge?.Value.ShouldBe("openai:/gpt-4o-mini");
        manifest.Scorers.Select(s => $"{s.As?.Value} {s.Scorer.Value} {ManifestPrinting.Settings(s.Changes.With)}").ShouldBe(
        [
            " contains_citation {}", " response_length { min: 50, max: 400 }", "tool_efficiency tool_call_efficiency { allow_repeats: 1 }",
        ]);
        var last = manifest.Scorers[2].Changes;
        last.Aggregations.ShouldNotBeNull().Value.ShouldBe([Contract.Aggregation.Mean, Contract.Aggregation.P90]);
        (last.Sample?.Value, last.Where?.Value).ShouldBe((0.25, "tags.env = 'prod'"));
        manifest.Drop.Select(d => d.Value).ShouldBe(["fluency"]);
        manifest.Override.Select(o => $"{o.Name.Value} {ManifestPrinting.Settings(o.Changes.With)}").ShouldBe(["safety { strict: true }"]);
        manifest.Thresholds.Select(t => $"{t.Metric} {t.Demand}").ShouldBe(
        [
            "contains_citation/pass_rate \">= 0.95\"", "tool_efficiency/mean { at_least: 0.8, level: warn }",
        ]);
        manifest.Scorers[1].Changes.With[1].Origin.ToString().ShouldBe("presets/support.yaml(8,33)");
    }

    [Fact]
    public void A_manifest_is_printed_in_its_canonical_form()
    {
        ManifestPrinting.Print(PresetTexts.Read(Whole)).ShouldBe(
            """
            # yaml-language-server: $schema=preset.schema.json
            preset: support
            description: "What we hold support answers to."
            include: [rag]
            judge: { model: openai:/gpt-4o-mini }
            scorers:
              - contains_citation
              - response_length: { min: 50, max: 400 }
              - scorer: tool_call_efficiency
                as: tool_efficiency
                with: { allow_repeats: 1 }
                aggregations: [mean, p90]
                sample: 0.25
                where: "tags.env = 'prod'"
            drop: [fluency]
            override:
              safety:
                with: { strict: true }
            thresholds:
              contains_citation/pass_rate: ">= 0.95"
              tool_efficiency/mean: { at_least: 0.8, level: warn }

            """);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var windows = PresetTexts.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Whole.ReplaceLineEndings("\r\n"))]);

        ManifestPrinting.Print(windows).ShouldBe(ManifestPrinting.Print(PresetTexts.Read(Whole)));
        windows.Scorers[1].Scorer.Origin.ToString().ShouldBe("presets/support.yaml(8,5)");
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused_unread() =>
        ManifestReading.Read("presets/support.yaml", new byte[1024 * 1024 + 1]).Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("it may have 1048576");

    [Theory]
    [InlineData("word_list: { language: no }", "language: \"no\"")]
    [InlineData("word_list: { language: 1.10 }", "language: \"1.10\"")]
    [InlineData("word_list: { language: true }", "language: \"true\"")]
    [InlineData("word_list: { language: 0x10 }", "language: \"0x10\"")]
    [InlineData("word_list: { language: 2024-01-01 }", "language: \"2024-01-01\"")]
    [InlineData("word_list: { language: 'null' }", "language: \"null\"")]
    [InlineData("word_list: { price: 1.10 }", "price: 1.10")]
    [InlineData("word_list: { price: 0.1234567890123456789 }", "price: 0.1234567890123456789")]
    [InlineData("safety: { limit: 1.10 }", "limit: 1.1")]
    [InlineData("safety: { limit: 1 }", "limit: 1")]
    [InlineData("safety: { limit: .5 }", "limit: 0.5")]
    [InlineData("safety: { limit: 1e-3 }", "limit: 0.001")]
    [InlineData("safety: { strict: True }", "strict: true")]
    [InlineData("response_length: { min: 0x10 }", "min: 16")]
    [InlineData("response_length: { min: 0o17 }", "min: 15")]
    [InlineData("response_length: { min: 017 }", "min: 17")]
    [InlineData("response_length: { min: +5 }", "min: 5")]
    [InlineData("response_length: { min: 0xffffff }", "min: 16777215")]
    [InlineData("fluency: { tone: warm }", "tone: \"Warm\"")]
    [InlineData("fluency: { other: ~ }", "other: null")]
    [InlineData("word_list: { words: [no, 1.0, 'x, y'] }", "words: [\"no\",\"1.0\",\"x, y\"]")]
    [InlineData("word_list: { words: null }", "words: null")]
    [InlineData("word_list: { weights: { b: 2, a: 1 } }", "weights: {\"a\":1,\"b\":2}")]
    [InlineData("word_list: { pause: 1.5s }", "pause: \"00:00:01.5000000\"")]
    [InlineData("word_list: { pause: 500ms }", "pause: \"00:00:00.5000000\"")]
    [InlineData("word_list: { pause: 00:02:00 }", "pause: \"00:02:00\"")]
    [InlineData("word_list: { mark: 7 }", "mark: \"7\"")]
    public void A_value_is_what_its_setting_takes(string scorer, string expected)
    {
        var preset = PresetTexts.Sound($"preset: a\nscorers:\n  - {scorer}\n");

        preset.Members[0].ToString().ShouldBe($"{scorer.Split(':')[0]} {{{expected}}}");
    }

    [Fact]
    public void A_value_that_a_preset_may_state_is_one_that_the_scorer_takes()
    {
        var preset = PresetTexts.Sound("preset: a\nscorers:\n  - word_list: { words: [a], weights: { x: 1 }, language: no, pause: 2s, mark: x, price: 1.10, level: 7 }\n");

        var bound = Scoring.EntryBinding.Bind(
            Some.Entry((string outputs, string[]? words = null, IReadOnlyDictionary<string, double>? weights = null, string language = "en", TimeSpan? pause = null, char mark = '.', decimal price = 1.5m, byte level = 3) =>
                FormattableString.Invariant($"{words?[0]} {weights?["x"]} {language} {pause} {mark} {price} {level}")),
            preset.Members[0].StatedSettings());

        new Scoring.ScorerRunner(TimeSpan.FromSeconds(10)).Score(Some.Bound(bound), Some.Trace(outputs: "1"), TestContext.Current.CancellationToken)
            .Feedbacks.ShouldHaveSingleItem().Value?.Text.ShouldBe("a 1 no 00:00:02 x 1.10 7");
    }
}
