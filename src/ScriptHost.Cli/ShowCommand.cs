using System.CommandLine;
using ScriptHost.Reports;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary><c>scripthost show</c>: all that is known of one scorer.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The scorer's or preset's name, or the path of a .csx file." };
        var scorers = Options.Scorers();
        var presets = Options.Presets();
        var allowlist = Options.Allowlist();

        return new Command("show", "Shows one scorer: signature, settings, what it reads; or one preset.") { name, scorers, presets, allowlist, ShowPresetCommand.Create() }.Does((parse, terminal, cancellationToken) =>
        {
            if (IsPreset(parse.GetRequiredValue(presets), parse.GetRequiredValue(name), parse.GetRequiredValue(scorers)))
            {
                var list = OperatorAllowlist.Read(terminal, parse.GetValue(allowlist));

                return ShowPresetCommand.Show(terminal, parse.GetRequiredValue(presets), parse.GetRequiredValue(name), parse.GetRequiredValue(scorers), list, cancellationToken);
            }

            if (Loading.One(terminal, parse.GetRequiredValue(scorers), parse.GetRequiredValue(name), parse.GetValue(allowlist), cancellationToken) is not { } report)
            {
                return ExitCode.BadInput;
            }

            foreach (var scorer in report.Scorers)
            {
                Print(terminal, scorer);
            }

            return ExitCode.Success;
        });
    }

    // A scorer comes first; 'show preset NAME' shows the preset of the same name.
    private static bool IsPreset(string presets, string name, string scorers) =>
        !name.EndsWith(".csx", StringComparison.OrdinalIgnoreCase)
        && File.Exists(Path.Combine(presets, $"{name}.yaml"))
        && !(Directory.Exists(scorers) && PresetLoading.ScriptNames(scorers).Contains(name));

    private static void Print(Terminal terminal, ScorerDescription scorer)
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
    }
}
