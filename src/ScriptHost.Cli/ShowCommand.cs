using System.CommandLine;
using ScriptHost.Reports;
using ScriptHost.Scoring;
using ScriptHost.Trust;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost show</c>: all that is known of one scorer.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The scorer's name, or the path of a .csx file." };
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();

        return new Command("show", "Shows one scorer: signature, settings, what it reads.") { name, scorers, allowlist, isolation }.Does((parse, terminal, cancellationToken) =>
        {
            using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) });
            if (Loading.One(terminal, parse.GetRequiredValue(scorers), parse.GetRequiredValue(name), parse.GetValue(allowlist), host, cancellationToken) is not { } report)
            {
                return ExitCode.BadInput;
            }

            foreach (var (scorer, image) in report.Scorers.Zip(report.Images))
            {
                Print(terminal, scorer, image.Trust);
            }

            return ExitCode.Success;
        });
    }

    private static void Print(Terminal terminal, ScorerDescription scorer, TrustEntry? trust)
    {
        var settings = scorer.Parameters.Where(p => p.Subject is null).ToList();
        var facts = new FactList(terminal);
        terminal.Say(Printable.Line(scorer.Name));
        facts.Say("about", scorer.Description);
        facts.Say("signature", SignatureText.Of(scorer));
        facts.Say("level", ScorerJson.Level(scorer.Level));
        facts.Say("reads", string.Join(", ", scorer.Parameters.Where(p => p.Subject is not (null or Subject.CancellationToken)).Select(p => p.Name)));
        foreach (var setting in settings)
        {
            facts.Say(setting == settings[0] ? "settings" : "", SignatureText.Of(setting));
        }

        facts.Say("metrics", string.Join(", ", scorer.Aggregations.Select(AggregationName.Of)));
        facts.Say("file", scorer.Path);
        facts.Say("hash", scorer.Hash);
        if (trust is not null)
        {
            facts.Say("trusted", $"{trust.ByWhomAndWhen}: {trust.Why}");
            facts.Say("needs", trust.Needs.Count == 0 ? "nothing" : trust.NeedsText);
        }
    }
}
