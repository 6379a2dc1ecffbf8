using System.Text;

namespace ScriptHost.Presets;

public sealed class LockTests
{
    private static readonly string Allowlist = new('a', 64);

    private const string Manifest =
        "preset: support\nscorers:\n  - contains_citation\n  - response_length: { min: 5 }\n  - scorer: word_list\n    as: words\n    with: { words: [a, \"no\"], language: \"1.10\" }\n    sample: 0.25\n    where: \"state = 'OK'\"\nthresholds:\n  words/mean: { at_most: 2, level: warn }\n  contains_citation/pass_rate: \">= 0.9\"\njudge: { model: m }\n";

    [Fact]
    public void A_lock_holds_all_that_results_depend_on()
    {
        var preset = PresetTexts.Sound(Manifest);

        LockPrinting.Print(LockedPreset.Of(preset, Allowlist)).ShouldBe(
            $$"""
            # Written by 'scripthost lock support'; commit it, and do not edit it.
            lock: 1
            preset: support
            hash: {{YamlText.Of(preset.Hash)}}
            allowlist: {{Allowlist}}
            judge: m
            members:
              - name: contains_citation
                scorer: contains_citation
                script: "{{new string('0', 64)}}"
                settings: {}
                aggregations: [mean]
              - name: response_length
                scorer: response_length
                script: "{{new string('0', 64)}}"
                settings:
                  max: 400
                  min: 5
                aggregations: [mean]
              - name: words
                scorer: word_list
                script: "{{new string('0', 64)}}"
                settings:
                  language: "1.10"
                  level: 3
                  mark: "."
                  pause: null
                  price: 1.5
                  weights: null
                  words: [a, no]
                aggregations: [mean]
                sample: 0.25
                where: "state = 'OK'"
            thresholds:
              contains_citation/pass_rate: ">= 0.9"
              words/mean: { at_most: 2, level: warn }

            """);
    }

    [Fact]
    public void Drift_is_a_readable_diff()
    {
        var before = LockedPreset.Of(PresetTexts.Sound(Manifest), Allowlist);
        var after = LockedPreset.Of(
            PresetTexts.Sound("preset: support\nscorers:\n  - scorer: word_list\n    as: words\n    with: { words: [a], language: \"1.10\" }\n    where: \"state = 'OK'\"\n  - contains_citation\n  - fluency\nthresholds: { contains_citation/pass_rate: \">= 0.8\" }\n"),
            new string('b', 64));
        after = after with { Members = [.. after.Members.Select(m => m.Name == "contains_citation" ? m with { Script = new string('c', 64) } : m)] };

        LockComparison.Compare(before, after).Select(d => d.ToString()).ShouldBe(
        [
            "~ allowlist: hash changed: aaaaaaaaaaaa → bbbbbbbbbbbb",
            "- judge: model gone: m",
            "~ contains_citation: script changed: 000000000000 → cccccccccccc",
            "- response_length: member gone: response_length {max: 400, min: 5}, script 000000000000",
            "~ words: setting 'words' changed: [\"a\",\"no\"] → [\"a\"]",
            "- words: sample gone: 0.25",
            "+ fluency: member added: fluency {other: null, tone: \"Calm\"}, script 000000000000",
            "~ contains_citation: place changed: 1 → 2",
            "~ contains_citation/pass_rate: threshold changed: \">= 0.9\" → \">= 0.8\"",
            "- words/mean: threshold gone: { at_most: 2, level: warn }",
        ]);
    }

    [Theory]
    [InlineData("level: 3", "level: 4", "SH4401", "The lock has been edited: its hash is that of something else; write it anew with 'scripthost lock support'.")]
    [InlineData("preset: support", "preset: other", "SH4006", "The lock is of the preset 'other' and its file is 'support.lock.yaml'; write it anew with 'scripthost lock other'.")]
    [InlineData("lock: 1", "lock: 2", "SH4005", "'lock' is '2'; it must be one of 1.")]
    [InlineData("judge: m\n", "jugde: m\n", "SH4003", "'jugde' is not a key here; there are lock, preset, hash, allowlist, judge, members, thresholds. Did you mean 'judge'?")]
    [InlineData("    scorer: word_list\n", "", "SH4004", "An item of 'members' has no key 'scorer'; it must have one.")]
    [InlineData("allowlist: a", "allowlist: g", "SH4005", "it must be a SHA-256: 64 lower-case hexadecimal digits.")]
    [InlineData("judge: m\n", "judge: *m\n", "SH4001", "'*m' is an alias; write the value out.")]
    public void A_lock_that_was_edited_is_refused(string before, string after, string code, string message)
    {
        var text = LockPrinting.Print(LockedPreset.Of(PresetTexts.Sound(Manifest), Allowlist));
        text.ShouldContain(before);

        var (locked, diagnostics) = LockReading.Read("presets/support.lock.yaml", Encoding.UTF8.GetBytes(text.Replace(before, after, StringComparison.Ordinal)));

        locked.ShouldBeNull();
        var fault = diagnostics.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Line.ShouldBeGreaterThan(0);
        fault.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n")]
    [InlineData("words")]
    public void What_is_no_lock_at_all_is_told(string text) =>
        LockReading.Read("presets/support.lock.yaml", Encoding.UTF8.GetBytes(text)).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("The file holds no lock; 'scripthost lock' writes one.");
}
