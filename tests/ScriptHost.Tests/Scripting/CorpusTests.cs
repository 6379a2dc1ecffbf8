using System.Diagnostics;
using System.Text;

namespace ScriptHost.Scripting;

public sealed class CorpusTests
{
    [Fact]
    public void Every_attack_marked_refuse_is_refused_with_a_place()
    {
        var attacks = Scripts("attacks").Where(s => Expects(s, "refuse")).ToList();

        var passed = Compile(attacks)
            .Where(r => r.Image is not null || !r.Diagnostics.Any(d => d is { Severity: Severity.Error, Line: >= 1 }))
            .Select(r => r.Source.Name);

        attacks.Count.ShouldBeGreaterThan(150);
        passed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_attack_that_only_running_shows_compiles_or_is_refused_in_time()
    {
        var attacks = Scripts("attacks").Where(s => Expects(s, "contain")).ToList();
        var watch = Stopwatch.StartNew();

        var results = Compile(attacks);

        attacks.ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        results.ShouldAllBe(r => r.Image != null || r.Diagnostics.Any(d => d.Line >= 1));
        results.SelectMany(r => r.Diagnostics).ShouldNotContain(d => d.Code == Codes.Deadline);
    }

    [Fact]
    public void Every_honest_script_compiles()
    {
        var honest = Scripts("benign");

        honest.Count.ShouldBeGreaterThan(40);
        Faults(Compile(honest)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(IEnumerable<CompileResult> results) =>
        results.SelectMany(r => r.Diagnostics).Where(d => d.Severity == Severity.Error).Select(d => d.ToString());

    private static IReadOnlyList<CompileResult> Compile(IReadOnlyList<ScriptSource> sources) =>
        Compiling.Compiler.Compile(sources, TestContext.Current.CancellationToken);

    private static bool Expects(ScriptSource source, string what) =>
        Encoding.UTF8.GetString(source.Content.Span).StartsWith($"// expect: {what}", StringComparison.Ordinal);

    private static List<ScriptSource> Scripts(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", folder), "*.csx").Order(StringComparer.Ordinal)
            .Select(p => new ScriptSource(Path.GetFileNameWithoutExtension(p), Path.GetFileName(p), File.ReadAllBytes(p))),
    ];
}
