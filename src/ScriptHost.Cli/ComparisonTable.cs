using System.Globalization;
using ScriptHost.Comparison;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary>How two runs differ, for people.</summary>
/// <param name="terminal">Where to print.</param>
internal sealed class ComparisonTable(Terminal terminal)
{
    private const int ShownFlips = 10;
    private const int ShownRationale = 300;

    /// <summary>Prints a row a feedback, what the comparison rests on, and what turned.</summary>
    public void Print(RunComparison comparison)
    {
        terminal.Say($"{Printable.Line(comparison.After.Id)} against {Printable.Line(comparison.Before.Id)}");
        terminal.Say();
        var compared = comparison.Feedbacks.Where(f => f.Pairs.Values.Count > 0).ToList();
        if (compared.Count > 0)
        {
            terminal.Say(Rows(compared));
            terminal.Say();
        }
        else
        {
            terminal.Say("There is no trace or session of which both runs have a number under the same name.");
        }

        var notes = ComparisonWords.Notes(comparison).Concat(Legend(compared)).ToList();
        notes.ForEach(n => terminal.Say(Printable.Line(n)));
        foreach (var kind in Enum.GetValues<FlipKind>().Where(k => comparison.Count(k) > 0))
        {
            PrintFlips(kind, [.. comparison.Flips.Where(f => f.Kind == kind)]);
        }
    }

    private static PlainTable Rows(IEnumerable<FeedbackComparison> feedbacks)
    {
        var table = new PlainTable(["Feedback", .. ComparisonCells.Titles]);
        foreach (var column in (int[])[1, 2, 3, 5, 6, 7])
        {
            table.Columns[column].IsRight = true;
        }

        // The interval is what may break where a line is short.
        table.Columns[4].MayBreak = true;
        foreach (var feedback in feedbacks)
        {
            var colour = feedback.Change switch
            {
                Change.Worse => CellColour.Red,
                Change.Better => CellColour.Green,
                _ => CellColour.None,
            };
            table.Add([.. ComparisonCells.Of(feedback).Prepend(feedback.Pairs.Name).Select(c => new PlainCell(Printable.Line(c), colour))]);
        }

        return table;
    }

    private static IEnumerable<string> Legend(List<FeedbackComparison> compared)
    {
        if (compared.Count == 0)
        {
            yield break;
        }

        var lower = compared.Where(f => f.Direction == Direction.Lower).Select(f => f.Pairs.Name).ToList();
        var others = lower.Count > 0 ? $" Lower is better of {string.Join(", ", lower)}." : "";

        yield return $"Higher is better unless a threshold says at_most.{others}";
        yield return "p is adjusted for their number; n pairs show a difference of 'could show' four times of five.";
    }

    private void PrintFlips(FlipKind kind, List<Flip> flips)
    {
        terminal.Say();
        terminal.Say($"{ComparisonWords.Title(kind)}: {flips.Count.ToString("N0", CultureInfo.InvariantCulture)}");
        foreach (var flip in flips.Take(ShownFlips))
        {
            terminal.Say($"  {Printable.Line(flip.TraceId)}{(flip.SessionId is { } session ? $" (session {Printable.Line(session)})" : "")}  {Printable.Line(flip.Name)}");
            terminal.Say($"    was {Side(flip.Before, flip.BeforeRationale)}");
            terminal.Say($"    is  {Side(flip.After, flip.AfterRationale)}");
        }

        if (flips.Count > ShownFlips)
        {
            terminal.Say($"  … and {(flips.Count - ShownFlips).ToString("N0", CultureInfo.InvariantCulture)} more; --format json has all.");
        }
    }

    private static string Side(string value, string? rationale) =>
        Printable.Line(value, ShownRationale) + (string.IsNullOrWhiteSpace(rationale) ? "" : $": {Printable.Line(rationale, ShownRationale)}");
}
