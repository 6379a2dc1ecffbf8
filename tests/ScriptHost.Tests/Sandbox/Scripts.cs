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
        .. In(Path.Combine(Repository.Root, "scorers")).Select(s => s with { Path = $"scorers/{s.Name}.csx" }),
        .. In(Path.Combine(AppContext.BaseDirectory, "Conformance", "scorers")),
    ];

    /// <summary>Where the hostile ones lie.</summary>
    public static string AttackFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus", "attacks");

    /// <summary>Hostile ones that are to be refused.</summary>
    public static IReadOnlyList<ScriptSource> Refused { get; } =
        [.. In(AttackFolder).Where(s => Text(s).StartsWith("// expect: refuse", StringComparison.Ordinal))];

    /// <summary>Hostile ones that may pass the gate, and are to be contained then.</summary>
    public static IReadOnlyList<ScriptSource> Contained { get; } =
        [.. In(AttackFolder).Where(s => Text(s).StartsWith("// expect: contain", StringComparison.Ordinal))];

    /// <summary>What the check of the source says of each hostile one; made once.</summary>
    public static Lazy<IReadOnlyList<CompileResult>> SourceVerdicts { get; } =
        new(() => Compiling.Keeping.Compile([.. Refused, .. Contained], CancellationToken.None));

    /// <summary>How many faults the check of images finds in each that is to be refused, by name, compiled without the other check; those that do not compile are left out. Made once.</summary>
    public static Lazy<IReadOnlyDictionary<string, int>> ImageVerdicts { get; } = new(() => Refused
        .Where(s => SourceLimits.Check(s, out _).Count == 0)
        .Select(s => (s.Name, Image: Images.Ungated(Text(s), Images.Framework, CancellationToken.None)))
        .Where(s => s.Image is not null)
        .ToDictionary(s => s.Name, s => Images.Check(s.Image.ShouldNotBeNull()).Count, StringComparer.Ordinal));

    /// <summary>A script's text.</summary>
    public static string Text(ScriptSource source) => Encoding.UTF8.GetString(source.Content.Span);

    private static IEnumerable<ScriptSource> In(string folder) =>
        Directory.GetFiles(folder, "*.csx").Order(StringComparer.Ordinal)
            .Select(p => new ScriptSource(Path.GetFileNameWithoutExtension(p), p, File.ReadAllBytes(p)));
}
