namespace ScriptHost.Html;

/// <summary>What a report shows beside an earlier run. Who compares two runs fills it in; a report without one shows no flips.</summary>
/// <param name="RunId">The earlier run.</param>
/// <param name="Flips">Verdicts that changed, newly failing ones first.</param>
/// <param name="Changes">Metrics that both runs have, in the later run's order.</param>
internal sealed record ReportBaseline(string RunId, IReadOnlyList<ReportFlip> Flips, IReadOnlyList<MetricChange> Changes);
