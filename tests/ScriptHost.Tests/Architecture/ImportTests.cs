using System.Text.RegularExpressions;

namespace ScriptHost.Architecture;

/// <summary>Who may name what, told from the source files: the folder list tells the data flow only as long as imports follow it.</summary>
public sealed partial class ImportTests
{
    // Folder of src/ScriptHost → what its files must not name. Data flows from the left to the right of the design's picture.
    private static readonly Dictionary<string, string[]> Forbidden = new(StringComparer.Ordinal)
    {
        ["Statistics"] = ["ScriptHost.Contract", "ScriptHost.Traces", "ScriptHost.Scripting", "ScriptHost.Scoring", "ScriptHost.Presets", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins", "System.IO"],
        ["Comparison"] = ["ScriptHost.Traces", "ScriptHost.Scripting", "ScriptHost.Reports", "ScriptHost.Plugins", "ScriptHost.Workers"],
        ["Containment"] = ["ScriptHost.Traces", "ScriptHost.Scripting", "ScriptHost.Scoring", "ScriptHost.Presets", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins"],
        ["Trust"] = ["ScriptHost.Traces", "ScriptHost.Scripting", "ScriptHost.Scoring", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins"],
        ["Traces"] = ["ScriptHost.Trust", "ScriptHost.Scripting", "ScriptHost.Scoring", "ScriptHost.Presets", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins"],
        ["Scripting"] = ["ScriptHost.Traces", "ScriptHost.Scoring", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins"],
        ["Presets"] = ["ScriptHost.Trust", "ScriptHost.Traces", "ScriptHost.Scripting", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins"],
        ["Records"] = ["ScriptHost.Traces", "ScriptHost.Trust", "ScriptHost.Scripting", "ScriptHost.Presets", "ScriptHost.Runs", "ScriptHost.Reports", "ScriptHost.Plugins", "ScriptHost.Workers"],
        ["Plugins"] = ["ScriptHost.Traces", "ScriptHost.Scoring", "ScriptHost.Presets", "ScriptHost.Runs", "ScriptHost.Reports"],
        ["Scoring"] = ["ScriptHost.Traces", "ScriptHost.Presets", "ScriptHost.Records", "ScriptHost.Runs", "ScriptHost.Reports", "System.IO"],
        ["Runs"] = ["ScriptHost.Reports", "ScriptHost.Workers"],
        ["Workers"] = ["ScriptHost.Reports", "ScriptHost.Presets"],
        ["Watching"] = ["ScriptHost.Presets", "ScriptHost.Scoring", "ScriptHost.Reports", "ScriptHost.Html"],
        ["Reports"] = ["ScriptHost.Scripting", "ScriptHost.Plugins"],
        ["Html"] = ["ScriptHost.Scripting", "ScriptHost.Plugins", "ScriptHost.Workers", "ScriptHost.Containment"],
    };

    public static TheoryData<string> Folders => [.. Forbidden.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_nothing_that_comes_after_it(string folder)
    {
        var named = Files(folder).SelectMany(f => Named(f.Text).Select(n => $"{f.Name} names {n}"));

        named.Where(n => Forbidden[folder].Any(f => n.EndsWith(" names " + f, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_stands_in_the_table() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src", "ScriptHost")).Select(d => Path.GetFileName(d))
            .Except(["bin", "obj"]).Order(StringComparer.Ordinal).ShouldBe(Forbidden.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Microsoft.CodeAnalysis", "Scripting")]
    [InlineData("YamlDotNet", "Presets")]
    public void A_library_is_named_in_one_folder_only(string library, string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsBuilt(f) && UsesOf(library).IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetFileName(Path.GetDirectoryName(f)))
            .Distinct()
            .ShouldBe([folder]);

    [Fact]
    public void Scoring_opens_no_file() =>
        Files("Scoring").Where(f => FileAccess().IsMatch(f.Text)).Select(f => f.Name).ShouldBeEmpty();

    [Fact]
    public void The_contract_names_nothing_but_the_framework() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "ScriptHost.Contract"), "*.cs")
            .SelectMany(f => Named(File.ReadAllText(f)))
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static IEnumerable<(string Name, string Text)> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "ScriptHost", folder), "*.cs")
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    private static IEnumerable<string> Named(string text) => Usings().Matches(text).Select(m => m.Groups[1].Value);

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj");

    private static Regex UsesOf(string library) => new($@"^\s*using (static )?{Regex.Escape(library)}[.;]|[^\w.]{Regex.Escape(library)}\.", RegexOptions.Multiline);

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\b(File|Directory|FileStream)\.\w+\(")]
    private static partial Regex FileAccess();
}
