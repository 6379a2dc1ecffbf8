using System.CommandLine;
using ScriptHost.Presets;
using ScriptHost.Reports;
using ScriptHost.Scoring;
using ScriptHost.Trust;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost show</c>: all that is known of one scorer or preset.</summary>
internal static class ShowCommand
{
    private const string Preset = "preset";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "The scorer's or preset's name, or the path of a .csx file or a bundle; 'preset NAME' when a scorer has the preset's name.",
            Arity = new ArgumentArity(1, 2),
        };
        names.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not Preset }, var second, ..])
            {
                result.AddError($"'{second.Value}' is one argument too many.");
            }
        });
        var scorers = Options.Scorers();
        var presets = Options.Presets();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();

        return new Command("show", "Shows one scorer or preset: signature, settings, what it reads; members and where each value came from.") { names, scorers, presets, allowlist, isolation }.Does((parse, terminal, cancellationToken) =>
        {
            using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });
            var given = parse.GetRequiredValue(names);
            if (given.Length == 2 || IsPreset(parse.GetRequiredValue(presets), given[0], parse.GetRequiredValue(scorers)))
            {
                var list = OperatorAllowlist.Read(terminal, parse.GetValue(allowlist));

                return PresetShowing.Show(terminal, parse.GetRequiredValue(presets), given[^1], parse.GetRequiredValue(scorers), list, host, cancellationToken);
            }

            if (Loading.One(terminal, parse.GetRequiredValue(scorers), given[0], parse.GetValue(allowlist), host, cancellationToken) is not { } report)
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

    // A scorer comes first; 'show preset NAME' shows the preset of the same name.
    private static bool IsPreset(string presets, string name, string scorers) =>
        Bundle.IsPath(name)
        || (!name.EndsWith(".csx", StringComparison.OrdinalIgnoreCase)
            && (File.Exists(Path.Combine(presets, $"{name}.yaml")) || BuiltInPresets.Names.Contains(name))
            && !PresetLoading.ScriptNames(scorers).Contains(name));

    private static void Print(Terminal terminal, ScorerDescription scorer, TrustEntry? trust)
    {
        var settings = scorer.Parameters.Where(p => p.Subject is null).ToList();
        var facts = new FactList(terminal);
        terminal.Say(Printable.Line(scorer.Name));
        facts.Say("about", scorer.Description);
        facts.Say("signature", SignatureText.Of(scorer));
        facts.Say("level", ScorerJson.Level(scorer.Level));
        facts.Say("reads", string.Join(", ", scorer.Parameters.Where(p => p.Subject is not (null or Subject.CancellationToken)).Select(p => Read(scorer, p))));
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

    private static string Read(ScorerDescription scorer, EntryParameter parameter) =>
        parameter.Subject == Subject.Trace && !scorer.ReadsSpans ? $"{parameter.Name} (of its spans only the root)" : parameter.Name;
}
