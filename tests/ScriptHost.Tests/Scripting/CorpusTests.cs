using ScriptHost.Sandbox;

namespace ScriptHost.Scripting;

public sealed class CorpusTests
{
    [Fact]
    public void Every_attack_marked_refuse_is_refused_with_a_place()
    {
        var attacks = Verdicts(Scripts.Refused);

        attacks.Count.ShouldBeGreaterThan(150);
        attacks.Where(r => r.Image is not null || !r.Diagnostics.Any(d => d is { Severity: Severity.Error, Line: >= 1 })).Select(r => r.Source.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_attack_that_only_running_shows_compiles_or_is_refused_in_time()
    {
        var results = Verdicts(Scripts.Contained);

        results.ShouldNotBeEmpty();
        results.ShouldAllBe(r => r.Image != null || r.Diagnostics.Any(d => d.Line >= 1));
        results.SelectMany(r => r.Diagnostics).ShouldNotContain(d => d.Code == Codes.Deadline);
    }

    private static List<CompileResult> Verdicts(IReadOnlyList<ScriptSource> attacks) =>
        [.. Scripts.SourceVerdicts.Value.Where(r => attacks.Contains(r.Source))];
}
