using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>The manifests of faulty.txt, written by hand: each is answered with a place and a cause.</summary>
public sealed partial class FaultyManifestTests
{
    private static readonly Dictionary<string, (string[] Expected, string Text)> Cases = ReadCases("faulty.txt");

    private static readonly (string Path, ReadOnlyMemory<byte> Content)[] Support =
        [.. ReadCases("faulty-support.txt").Select(c => ($"presets/{c.Key}.yaml", (ReadOnlyMemory<byte>)Bytes(c.Value.Text, c.Key)))];

    public static TheoryData<string> Names => [.. Cases.Keys];

    /// <summary>A case's file.</summary>
    internal static byte[] ContentOf(string name) => Bytes(Cases[name].Text, name);

    [Fact]
    public void There_are_more_than_200() => Cases.Count.ShouldBeGreaterThan(200);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_manifest_is_answered_with_places_and_causes(string name)
    {
        var (expected, text) = Cases[name];
        var library = PresetLibrary.Of("presets", [.. Support, ($"presets/{name}.yaml", Bytes(text, name))]);
        var resolution = new PresetResolution(library, PresetTexts.Scorers, PresetTexts.FilterFault);

        var preset = resolution.Resolve(new Stated<string>(name, Origin.CommandLine("--preset")));

        var faults = library.Diagnostics.Concat(resolution.Diagnostics).ToList();
        faults.Where(f => f.Path == $"presets/{name}.yaml" || name == "an_include_in_a_circle").OrderBy(f => f.Line).ThenBy(f => f.Column)
            .Select(f => $"{f.Line},{f.Column} {f.Code} {f.Message.Replace(name, "@", StringComparison.Ordinal)}")
            .ShouldBe(expected);
        (preset is null).ShouldBe(faults.Any(f => f.Severity == Severity.Error));
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        var library = PresetLibrary.Of("presets", [.. Support, .. Cases.Select(c => ($"presets/{c.Key}.yaml", (ReadOnlyMemory<byte>)Bytes(c.Value.Text, c.Key)))]);
        var resolution = new PresetResolution(library, PresetTexts.Scorers, PresetTexts.FilterFault);

        foreach (var name in library.Names)
        {
            resolution.Resolve(new Stated<string>(name, Origin.CommandLine("--preset")));
        }

        var told = library.Diagnostics.Concat(resolution.Diagnostics).Select(d => Path.GetFileNameWithoutExtension(d.Path)).ToHashSet();
        Cases.Keys.Except(told).ShouldBe(["an_include_in_a_circle"]);
    }

    // "=== name", then "> line,column code message" for each fault, then the manifest; @ stands for the name.
    private static Dictionary<string, (string[] Expected, string Text)> ReadCases(string file) =>
        Regex.Split(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Presets", file)), "^=== ", RegexOptions.Multiline).Skip(1)
            .Select(c => c.Split('\n', 2))
            .ToDictionary(c => c[0], c => (
                c[1].Split('\n').TakeWhile(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..]).ToArray(),
                string.Join('\n', c[1].Split('\n').SkipWhile(l => l.StartsWith("> ", StringComparison.Ordinal)))));

    // ␉ is a tab, ␍ a carriage return, ␀ a NUL, ⟦FF⟧ a byte.
    private static byte[] Bytes(string text, string name) =>
        [.. ByteMark().Split(text.Replace("@", name, StringComparison.Ordinal).Replace('␉', '\t').Replace('␍', '\r').Replace('␀', '\0'))
            .SelectMany((part, i) => i % 2 == 1 ? [byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] : Encoding.UTF8.GetBytes(part))];

    [GeneratedRegex("⟦([0-9A-F]{2})⟧")]
    private static partial Regex ByteMark();
}
