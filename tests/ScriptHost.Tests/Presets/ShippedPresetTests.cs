using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>The presets that ship, and the one that the README shows.</summary>
public sealed class ShippedPresetTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "presets");

    private static readonly Lazy<KnownScorers> Scorers = new(() =>
        new(LoadedFolder.Of(Path.Combine(Repository.Root, "scorers")).Scorers, []));

    public static TheoryData<string> Names => [.. PresetLibrary.Open(Folder).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_preset_has_no_fault_and_says_what_a_judge_would_add(string name)
    {
        var library = PresetLibrary.Open(Folder);
        var resolution = new PresetResolution(library, Scorers.Value, PresetTexts.FilterFault);

        var preset = resolution.Resolve(new Stated<string>(name, Origin.CommandLine("")));

        library.Diagnostics.Concat(resolution.Diagnostics).ShouldBeEmpty();
        preset.ShouldNotBeNull().Description.ShouldNotBeNull().ShouldContain("A judge would add");
        File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")).ShouldStartWith(ManifestPrinting.EditorLine);
    }

    [Fact]
    public void The_preset_in_the_readme_is_sound()
    {
        var shown = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), "```yaml\n(# yaml-language-server.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var library = PresetLibrary.Of(Folder, [("presets/support.yaml", Encoding.UTF8.GetBytes(shown)), ("presets/rag.yaml", File.ReadAllBytes(Path.Combine(Folder, "rag.yaml")))]);
        var resolution = new PresetResolution(library, Scorers.Value, PresetTexts.FilterFault);

        var preset = resolution.Resolve(new Stated<string>("support", Origin.CommandLine("")));

        library.Diagnostics.Concat(resolution.Diagnostics).ShouldBeEmpty();
        preset.ShouldNotBeNull().Members.Select(m => m.ToString()).ShouldBe(
        [
            "citation", "response_completeness {min_characters: 20}", "stage_latency", "exact_match", "span_latency {limit_ms: 3000}",
            "tool_call_efficiency {allow_repeats: 1, aggregations: [mean, p90], sample: 0.25, where: \"tags.env = 'prod'\"}",
        ]);
        preset.Thresholds.Count.ShouldBe(3);
    }
}
