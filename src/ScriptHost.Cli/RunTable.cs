using System.Globalization;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>What a run found, for people.</summary>
/// <param name="terminal">Where to print.</param>
internal sealed class RunTable(Terminal terminal)
{
    private const int ShownRationale = 300;

    /// <summary>Prints the metrics, the first error of each, the worst failures, how to explain one, and where the results are.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">Where its results are; null when they are nowhere, and then how long it took is told elsewhere.</param>
    /// <param name="explainArguments">What <c>explain</c> needs besides the trace, with a leading blank; empty for the defaults.</param>
    public void Print(RunRecord run, string? folder, string explainArguments)
    {
        var telling = run.Metrics.Where(m => m.Count + m.Uncounted + m.Errors + m.NotApplicable > 0).ToList();
        if (telling.Count > 0)
        {
            terminal.Say(Metrics(telling));
            terminal.Say();
        }

        PrintSilent(run.Outcomes.Where(o => telling.All(m => m.Scorer != o.Scorer)).ToList());
        PrintErrors(run.Metrics);
        new VerdictTable(terminal).Print(run.Verdicts);
        PrintFailures(run.Worst, explainArguments);
        if (run.Profile is { } profile)
        {
            new ProfileTable(terminal).Print(profile, run.Outcomes);
        }

        if (run.Reused is { } reused)
        {
            var all = run.Outcomes.Sum(o => o.Scored + o.Error + o.NotApplicable + o.Skipped);
            terminal.Say($"Taken over from {Printable.Line(reused.RunId)}: {Count(reused.Outcomes.Sum())} of {Count(all)} outcomes");
        }

        terminal.Say(Totals(run, folder));
    }

    private static PlainTable Metrics(IEnumerable<MetricRecord> metrics)
    {
        var table = new PlainTable("Feedback", "Metrics", "n", "errors", "n/a");
        table.Columns[1].MayBreak = true;
        foreach (var column in table.Columns.Skip(2))
        {
            column.IsRight = true;
        }

        foreach (var metric in metrics)
        {
            table.Add(
                Printable.Line(metric.Name),
                Values(metric),
                Count(metric.Count),
                new(Count(metric.Errors), metric.Errors > 0 ? CellColour.Red : CellColour.None),
                Count(metric.NotApplicable));
        }

        return table;
    }

    private static string Values(MetricRecord metric)
    {
        var values = metric.Values.Select(v => $"{AggregationName.Of(v.Aggregation)} {MetricNumber.Of(v.Value)}");
        var texts = metric.Uncounted > 0 ? [$"{Count(metric.Uncounted)} texts"] : Array.Empty<string>();

        return string.Join("  ", values.Concat(texts));
    }

    // A scorer without a row above would look as if it had not run.
    private void PrintSilent(List<ScorerOutcomes> silent)
    {
        foreach (var outcomes in silent)
        {
            terminal.Say($"{Printable.Line(outcomes.Scorer)}: nothing scored; {Count(outcomes.NotApplicable)} not applicable, {Count(outcomes.Skipped)} skipped");
        }

        SayAfter(silent.Count);
    }

    private void PrintErrors(IEnumerable<MetricRecord> metrics)
    {
        var failed = metrics.Where(m => m.FirstError is not null).ToList();
        foreach (var metric in failed)
        {
            terminal.Say($"{Printable.Line(metric.Name)}: first error: {Printable.Line(metric.FirstError ?? "", ShownRationale)}");
        }

        SayAfter(failed.Count);
    }

    private void PrintFailures(IReadOnlyList<Failure> worst, string explainArguments)
    {
        if (worst is not [{ TraceId: var first }, ..])
        {
            return;
        }

        terminal.Say("Worst failures:");
        foreach (var failure in worst)
        {
            terminal.Say($"  {Printable.Line(failure.TraceId)}{(failure.SessionId is { } session ? $" (session {Printable.Line(session)})" : "")}");
            foreach (var (name, rationale) in failure.Verdicts)
            {
                terminal.Say($"    {Printable.Line(name)}{(string.IsNullOrWhiteSpace(rationale) ? "" : $": {Printable.Line(rationale, ShownRationale)}")}");
            }
        }

        terminal.Say();
        terminal.Say($"Explain one: scripthost explain {Printable.Shell(first)}{explainArguments}");
    }

    private void SayAfter(int lines)
    {
        if (lines > 0)
        {
            terminal.Say();
        }
    }

    private static string Totals(RunRecord run, string? folder)
    {
        var counts = $"{Count(run.TracesRead)} traces, {Count(run.Sessions)} sessions, {Count(run.TracesMalformed)} malformed, {Count(run.TracesDuplicate)} duplicates";
        var rate = run.Duration > TimeSpan.Zero ? $" ({Count((long)(run.TracesRead / run.Duration.TotalSeconds))} traces/s)" : "";

        return folder is null ? counts : $"Results in {Printable.Line(folder)}: {counts}, {DurationText.Of(run.Duration)}{rate}";
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
