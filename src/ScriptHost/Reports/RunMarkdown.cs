using System.Globalization;
using System.Text;
using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>A run as a Markdown document: for a pull request, a wiki, or a summary in CI. Verdicts first, then what turned, metrics, failures.</summary>
internal static class RunMarkdown
{
    private const int ShownRationale = 300;

    /// <summary>Writes it.</summary>
    public static void Write(FinishedRun run, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(run, text);
    }

    /// <summary>The document as a text.</summary>
    public static string Of(FinishedRun run)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(run, text);

        return text.ToString();
    }

    private static void Write(FinishedRun run, TextWriter text)
    {
        var record = run.Record;
        text.Write($"## ScriptHost: {Verdict(record)}\n\n");
        text.Write($"Run {MarkdownText.Line(record.RunId)}: {Count(record.TracesRead)} traces, {Count(record.Sessions)} sessions, {Count(record.TracesMalformed)} malformed, "
            + $"{Count(record.TracesDuplicate)} duplicates, {Count(record.Outcomes.Sum(o => o.Error))} scorer errors.\n\n");
        WriteVerdicts(text, record.Verdicts);
        if (run.Comparison is { } comparison)
        {
            ComparisonMarkdown.Write(text, comparison);
            text.Write("\n");
        }

        WriteMetrics(text, record.Metrics);
        WriteFailures(text, record.Worst);
    }

    private static string Verdict(RunRecord record) => record.ExitCode switch
    {
        ExitCode.Success when record.Verdicts.Count > 0 => "all thresholds hold",
        ExitCode.Success => "scored",
        ExitCode.ThresholdFailed => $"{record.Verdicts.Count(v => v.FailsRun)} of {record.Verdicts.Count} thresholds failed",
        ExitCode.ScorerErrors => "scorers failed",
        ExitCode.NothingScored => "nothing was scored",
        ExitCode.BadInput => "malformed traces",
        _ => "ended early",
    };

    private static void WriteVerdicts(TextWriter text, IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        text.Write("| threshold | metric | bound | |\n|---|---|---|---|\n");
        foreach (var verdict in verdicts)
        {
            var word = (verdict.Passed, verdict.FailsRun) switch { (true, _) => "pass", (_, true) => "**FAIL**", _ => "warn" };
            text.Write($"| {word} | {MarkdownText.Line(verdict.Metric)} | {MarkdownText.Line(verdict.Bound)} | {MarkdownText.Line(verdict.Sentence)} |\n");
        }

        text.Write("\n");
    }

    private static void WriteMetrics(TextWriter text, IEnumerable<MetricRecord> metrics)
    {
        var telling = metrics.Where(m => m.Count + m.Uncounted + m.Errors > 0).ToList();
        if (telling.Count == 0)
        {
            return;
        }

        text.Write("| feedback | metrics | n | errors | n/a |\n|---|---|--:|--:|--:|\n");
        foreach (var metric in telling)
        {
            var values = metric.Values.Select(v => $"{AggregationName.Of(v.Aggregation)} {MetricNumber.Of(v.Value)}");
            text.Write($"| {MarkdownText.Line(metric.Name)} | {MarkdownText.Line(string.Join(", ", values))} | {Count(metric.Count)} | {Count(metric.Errors)} | {Count(metric.NotApplicable)} |\n");
        }

        text.Write("\n");
    }

    private static void WriteFailures(TextWriter text, IReadOnlyList<Failure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        text.Write("Worst failures:\n\n");
        foreach (var failure in failures)
        {
            text.Write($"- {MarkdownText.Line(failure.TraceId)}{(failure.SessionId is { } session ? $" (session {MarkdownText.Line(session)})" : "")}\n");
            foreach (var (name, rationale) in failure.Verdicts)
            {
                text.Write($"  - **{MarkdownText.Line(name)}**{(string.IsNullOrWhiteSpace(rationale) ? "" : $": {MarkdownText.Line(rationale, ShownRationale)}")}\n");
            }
        }
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
