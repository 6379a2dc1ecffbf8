using System.Globalization;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>What calls cost, for people.</summary>
/// <param name="terminal">Where to print.</param>
internal sealed class ProfileTable(Terminal terminal)
{
    /// <summary>Prints a row a scorer, the most expensive first, and the slowest calls.</summary>
    /// <param name="profile">What was measured.</param>
    /// <param name="outcomes">How the pairs of each scorer ended, in the same order.</param>
    public void Print(ProfileRecord profile, IReadOnlyList<ScorerOutcomes> outcomes)
    {
        var table = new PlainTable("Scorer", "calls", "errors", "total ms", "µs a call", "bytes a call", "share");
        foreach (var column in table.Columns.Skip(1))
        {
            column.IsRight = true;
        }

        var total = profile.Scorers.Sum(s => s.Time.TotalMilliseconds);
        foreach (var (scorer, ended) in profile.Scorers.Zip(outcomes).OrderByDescending(s => s.First.Time))
        {
            table.Add(
                Printable.Line(scorer.Scorer),
                Number(scorer.Calls),
                Number(ended.Error),
                Number(scorer.Time.TotalMilliseconds),
                scorer.Calls == 0 ? "-" : Number(scorer.Time.TotalMicroseconds / scorer.Calls),
                scorer.Calls == 0 ? "-" : Number(scorer.Bytes / scorer.Calls),
                total > 0 ? (scorer.Time.TotalMilliseconds / total).ToString("P0", CultureInfo.InvariantCulture) : "-");
        }

        terminal.Say(table);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Scripts: {profile.Compiling.Compiled} compiled, {profile.Compiling.Cached} from the cache"));
        terminal.Say();
        if (profile.Slowest.Count > 0)
        {
            terminal.Say("Slowest calls:");
            foreach (var call in profile.Slowest)
            {
                var unit = call.SessionId is { } session ? $"session {Printable.Line(session)}" : Printable.Line(call.TraceId);
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {call.Time.TotalMilliseconds,8:N1} ms  {Printable.Line(call.Scorer)}  {unit}"));
            }

            terminal.Say();
        }
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
