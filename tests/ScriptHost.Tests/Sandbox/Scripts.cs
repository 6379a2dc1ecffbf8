using System.Text;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>The scripts that lie in this repository.</summary>
internal static class Scripts
{
    /// <summary>Honest ones: the corpus's, those that ship, and those that hold us to MLflow.</summary>
    public static IReadOnlyList<ScriptSource> Honest { get; } =
    [
        .. In(Path.Combine(AppContext.BaseDirectory, "Corpus", "benign")),
        .. In(Path.Combine(Repository.Root, "scorers")),
        .. In(Path.Combine(AppContext.BaseDirectory, "Conformance", "scorers")),
    ];

    /// <summary>Hostile ones that are to be refused.</summary>
    public static IReadOnlyList<ScriptSource> Refused { get; } =
        [.. In(Path.Combine(AppContext.BaseDirectory, "Corpus", "attacks")).Where(s => Text(s).StartsWith("// expect: refuse", StringComparison.Ordinal))];

    /// <summary>Hostile ones that may pass the gate, and are to be contained then.</summary>
    public static IReadOnlyList<ScriptSource> Contained { get; } =
        [.. In(Path.Combine(AppContext.BaseDirectory, "Corpus", "attacks")).Where(s => Text(s).StartsWith("// expect: contain", StringComparison.Ordinal))];

    /// <summary>A script's text.</summary>
    public static string Text(ScriptSource source) => Encoding.UTF8.GetString(source.Content.Span);

    private static IEnumerable<ScriptSource> In(string folder) =>
        Directory.GetFiles(folder, "*.csx").Order(StringComparer.Ordinal)
            .Select(p => new ScriptSource(Path.GetFileNameWithoutExtension(p), Path.GetFileName(p), File.ReadAllBytes(p)));
}
