using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;
using ScriptHost.Workers;

namespace ScriptHost;

/// <summary>All scripts of one folder, run over all traces of another.</summary>
/// <param name="Report">What came of loading the scripts.</param>
/// <param name="Outcomes">How every pair ended, in order.</param>
/// <param name="Record">What the run recorded.</param>
internal sealed record ScoredFolder(LoadReport Report, IReadOnlyList<Outcome> Outcomes, RunRecord Record)
{
    public static ScoredFolder Of(
        string traces, string scorers, int jobs = 2, Isolation isolation = Isolation.None, CancellationToken cancellationToken = default)
    {
        var options = new RunOptions { Traces = [traces], Jobs = jobs, Isolation = isolation };
        using var host = ScoringHost.For(options);
        var report = ScorerLoading.Load(scorers, [], TimeSpan.FromSeconds(30), AllowlistText.Embedded, host, cancellationToken);
        report.Diagnostics.Where(d => d.Severity == Severity.Error).ShouldBeEmpty();

        var outcomes = new List<Outcome>();
        string[] names = [.. report.Scorers.Select(s => s.Name)];
        var record = RunEngine.Run(options, report, host, journal: null, earlier: null, (in unit, in outcome) => outcomes.Add(outcome.ToOutcome(unit, names)), progress: null, cancellationToken);

        return new(report, outcomes, record);
    }
}
