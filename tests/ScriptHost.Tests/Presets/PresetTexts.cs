using System.Text;
using ScriptHost.Contract;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>Scorers and manifests for the tests of presets.</summary>
internal static class PresetTexts
{
    /// <summary>Scorers with settings of all kinds.</summary>
    public static readonly KnownScorers Scorers = new(
        [
            Describe("contains_citation", (string outputs) => outputs.Length > 1),
            Describe("response_length", (string outputs, int min = 50, int max = 400) => outputs.Length >= min && outputs.Length <= max),
            Describe("tool_call_efficiency", (Trace trace, int allow_repeats = 0) => trace.ToolCalls.Count - allow_repeats),
            Describe("safety", (string outputs, bool strict = false, double limit = 0.5) => strict),
            Describe("fluency", (string outputs, Tone tone = Tone.Calm, Tone? other = null) => $"{tone} {other}"),
            Describe(
                "word_list",
                (string outputs, string[]? words = null, IReadOnlyDictionary<string, double>? weights = null, string language = "en", TimeSpan? pause = null, char mark = '.', decimal price = 1.5m, byte level = 3) =>
                    $"{words} {weights} {language} {pause} {mark} {price} {level}"),
        ],
        ["has_faults"]);

    private enum Tone
    {
        Calm,
        Warm,
    }

    public static ScorerDescription Describe(string name, Delegate entry) => Some.Scorer(entry, name).Description;

    /// <summary>The presets of some manifests; each one's file is called after its first line.</summary>
    public static PresetLibrary Library(params IEnumerable<string> manifests) => PresetLibrary.Of("presets", manifests.Select(m =>
        ($"presets/{m.Split('\n')[0].Split(' ')[^1]}.yaml", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(m))));

    /// <summary>The last manifest's preset, and all faults.</summary>
    public static (Preset? Preset, IReadOnlyList<Diagnostic> Diagnostics) Resolve(params IReadOnlyList<string> manifests)
    {
        var library = Library(manifests);
        var resolution = new PresetResolution(library, Scorers, FilterFault);
        var preset = resolution.Resolve(new Stated<string>(manifests[^1].Split('\n')[0].Split(' ')[^1], Origin.CommandLine("--preset")));

        return (preset, [.. library.Diagnostics, .. resolution.Diagnostics]);
    }

    /// <summary>The last manifest's preset, with which nothing is wrong.</summary>
    public static Preset Sound(params IReadOnlyList<string> manifests)
    {
        var (preset, diagnostics) = Resolve(manifests);
        diagnostics.ShouldBeEmpty();

        return preset.ShouldNotBeNull();
    }

    /// <summary>The preset of what the command line says.</summary>
    public static (Preset? Preset, IReadOnlyList<Diagnostic> Diagnostics) CommandLine(params IEnumerable<string> arguments)
    {
        var faults = new List<Diagnostic>();
        var named = arguments.SelectMany(a => ScorerArgument.Read(a, faults)).ToList();
        var resolution = new PresetResolution(Library(), Scorers, FilterFault);
        var preset = resolution.Resolve(named);

        return (faults.Count > 0 ? null : preset, [.. faults, .. resolution.Diagnostics]);
    }

    /// <summary>What a preset is, without where it stands: <c>name=scorer {settings}</c>.</summary>
    public static IReadOnlyList<string> Shown(Preset preset) => [.. preset.Members.Select(m => m.Name == m.Scorer.Name ? $"{m}" : $"{m.Name}={m}")];

    public static Manifest Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Manifest Read(byte[] content)
    {
        var result = ManifestReading.Read("presets/support.yaml", content);
        result.Diagnostics.ShouldBeEmpty();

        return result.Manifest.ShouldNotBeNull();
    }

    public static string? FilterFault(string filter)
    {
        try
        {
            TraceFilter.Parse(filter);

            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
