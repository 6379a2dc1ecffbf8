using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Scoring;

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
        var table = new PlainTable("  Applies", "Scored", "n/a", "Errors", "What it says");
        table.Columns[4].MayBreak = true;
        foreach (var column in table.Columns.Skip(1).Take(3))
        {
            column.IsRight = true;
        }

        foreach (var scorer in tried.Where(t => t.Applies))
        {
            table.Add(
                $"  {scorer.Scorer.Name}",
                Count(scorer.Of(OutcomeKind.Scored)),
                Count(scorer.Of(OutcomeKind.NotApplicable)),
                Count(scorer.Of(OutcomeKind.Error)),
                Printable.Line(scorer.Scorer.Description ?? ""));
        }

        terminal.Say(table);
        terminal.Say();
        terminal.Say("Shipped scorers that do not apply, and why");
        var others = new PlainTable("  Scorer", "Reason");
        others.Columns[1].MayBreak = true;
        foreach (var scorer in tried.Where(t => !t.Applies))
        {
            others.Add($"  {scorer.Scorer.Name}", Printable.Line(scorer.Reason ?? "", ShownReason));
        }

        terminal.Say(others);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
