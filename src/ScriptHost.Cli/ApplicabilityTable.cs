using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using Spectre.Console;

namespace ScriptHost.Cli;

/// <summary>Prints which shipped scorers apply.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class ApplicabilityTable(Terminal terminal)
{
    private const int ShownReason = 120;

    /// <summary>Prints those that apply, then why the others do not.</summary>
    /// <param name="tried">How they got on.</param>
    /// <param name="traces">On how many traces they were tried.</param>
    public void Print(IReadOnlyList<Applicability> tried, long traces)
    {
        terminal.Say($"Shipped scorers, tried on {traces.ToString("N0", CultureInfo.InvariantCulture)} traces");
        var table = PlainTable.Of("  Applies", "Scored", "n/a", "Errors", "What it says");
        table.Columns[4].NoWrap = false;
        foreach (var column in table.Columns.Skip(1).Take(3))
        {
            column.RightAligned();
        }

        foreach (var scorer in tried.Where(t => t.Applies))
        {
            table.AddRow(
                new Text($"  {scorer.Scorer.Name}"),
                new Text(Count(scorer.Of(OutcomeKind.Scored))),
                new Text(Count(scorer.Of(OutcomeKind.NotApplicable))),
                new Text(Count(scorer.Of(OutcomeKind.Error))),
                new Text(Printable.Line(scorer.Scorer.Description ?? "")));
        }

        terminal.Say(table);
        terminal.Say();
        terminal.Say("Shipped scorers that do not apply, and why");
        var others = PlainTable.Of("  Scorer", "Reason");
        others.Columns[1].NoWrap = false;
        foreach (var scorer in tried.Where(t => !t.Applies))
        {
            others.AddRow(new Text($"  {scorer.Scorer.Name}"), new Text(Printable.Line(scorer.Reason ?? "", ShownReason)));
        }

        terminal.Say(others);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
