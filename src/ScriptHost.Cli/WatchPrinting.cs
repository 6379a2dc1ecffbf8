using System.Diagnostics;
using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Watching;

namespace ScriptHost.Cli;

/// <summary>Prints the rounds of watching: on a terminal one in place of the other, elsewhere one after the other.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="options">What is scored.</param>
/// <param name="selection">What it is scored with.</param>
internal sealed class WatchPrinting(Terminal terminal, RunOptions options, ScorerSelection selection)
{
    // Named one by one, more would say less.
    private const int NamedScorers = 3;

    private const string ToTopAndClear = "\u001b[H\u001b[2J";

    private Round? last;
    private string lastTold = "";
    private bool hasFailed;

    /// <summary>Prints a round.</summary>
    /// <param name="changes">What changed; null for the first round.</param>
    /// <param name="round">What came of it; null when nothing could be scored, which <paramref name="told"/> says then.</param>
    /// <param name="told">What is to tell of scripts, presets and inputs.</param>
    /// <param name="began">When the change was noticed, a timestamp.</param>
    public void Print(FileChanges? changes, Round? round, string told, long began)
    {
        if (round is { IsSame: true } && !hasFailed && told == lastTold)
        {
            // Saved, and the same for all that it means.
            return;
        }

        if (terminal.IsOutputWatched)
        {
            terminal.Output.Write(ToTopAndClear);
        }

        var time = TimeProvider.System.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var table = Table(round);
        terminal.Say($"{time}  {Printable.Line(changes?.ToString() ?? "started")}: {Work(round)}, {DurationText.Of(Stopwatch.GetElapsedTime(began))}");
        terminal.Output.Flush();

        // What was told before is on the screen yet, unless that was cleared.
        if (round is null || terminal.IsOutputWatched || told != lastTold)
        {
            terminal.Error.Write(told);
        }

        if (table is not null)
        {
            new RunTelling(terminal, options, selection.Scorers).Tell(table.Run, record: null);
            terminal.Say();
            new RunTable(terminal).Print(table.Run, folder: null, selection.ForExplain(options.Traces));
            terminal.Say();
        }

        terminal.Output.Flush();
        (last, lastTold, hasFailed) = (round ?? last, told, round is null);
    }

    // Elsewhere than on a terminal, the last good results stand above yet.
    private Round? Table(Round? round) => round ?? (terminal.IsOutputWatched ? last : null);

    private string Work(Round? round) => round switch
    {
        null when last is null => "not scored, see the errors",
        null => "not scored, see the errors; the results before stay",
        { IsSame: true } => "nothing scored, the results are as before",
        { Scored: [] } => "nothing scored, the results are judged anew",
        _ => $"{Count(round.Scored.Sum(s => s.Pairs))} of {Count(round.Pairs)} pairs scored{Names(round)}",
    };

    private static string Names(Round round)
    {
        var scorers = round.Scored.Where(s => s.Pairs > 0).ToList();

        return scorers.Count is > 0 and <= NamedScorers && scorers.Count < round.Run.Outcomes.Count ? $" ({string.Join(", ", scorers.Select(s => Printable.Line(s.Scorer)))})" : "";
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
