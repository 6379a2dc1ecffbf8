using System.Globalization;
using ScriptHost.Presets;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary>Whether thresholds held, for people.</summary>
/// <param name="terminal">Where to print.</param>
internal sealed class VerdictTable(Terminal terminal)
{
    /// <summary>Prints a row a verdict, and a sentence for each that had nothing to check.</summary>
    public void Print(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        var table = new PlainTable("Threshold", "Metric", "Value", "Bound", "n", "95 %");
        table.Columns[4].IsRight = true;
        foreach (var verdict in verdicts)
        {
            table.Add(
                new(Word(verdict), verdict.Passed ? CellColour.None : verdict.FailsRun ? CellColour.Red : CellColour.Yellow),
                Printable.Line(verdict.Metric),
                verdict.Value is { } value ? MetricNumber.Of(value) : "-",
                Printable.Line(verdict.Bound),
                verdict.Count.ToString("N0", CultureInfo.InvariantCulture),
                verdict.Interval is { } interval ? $"{MetricNumber.Of(interval.Low)} to {MetricNumber.Of(interval.High)}" : "");
        }

        terminal.Say(table);
        foreach (var verdict in verdicts.Where(v => !v.Passed && IsUntold(v)))
        {
            terminal.Say(Printable.Line(verdict.Sentence));
        }

        terminal.Say();
    }

    private static string Word(Verdict verdict) => (verdict.Passed, verdict.Level) switch
    {
        (true, _) => "pass",
        (_, ThresholdLevel.Fail) => "FAIL",
        (_, ThresholdLevel.Warn) => "warn",
        _ => "info",
    };

    // The row does not say why nothing could be checked, nor what four digits hide.
    private static bool IsUntold(Verdict verdict) => verdict.Value is not { } value || Math.Abs(value) >= 0.001 && MetricNumber.Of(value) != value.ToString(CultureInfo.InvariantCulture)
        || verdict.Bound.StartsWith("no worse", StringComparison.Ordinal);
}
