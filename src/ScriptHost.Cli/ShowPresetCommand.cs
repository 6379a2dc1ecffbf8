using System.CommandLine;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary><c>scripthost show preset</c>: a preset with everything looked up.</summary>
internal static class ShowPresetCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The preset's name." };
        var presets = Options.Presets();
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();

        return new Command("preset", "Shows one preset: members, settings and where each came from, thresholds.") { name, presets, scorers, allowlist }.Does(
            (parse, terminal, cancellationToken) => Show(
                terminal,
                parse.GetRequiredValue(presets),
                parse.GetRequiredValue(name),
                parse.GetRequiredValue(scorers),
                OperatorAllowlist.Read(terminal, parse.GetValue(allowlist)),
                cancellationToken));
    }

    /// <summary>Shows a preset, or tells what is wrong with it.</summary>
    public static ExitCode Show(Terminal terminal, string presets, string name, string scorers, AllowlistText allowlist, CancellationToken cancellationToken)
    {
        var loading = PresetLoading.Open(presets, [name], scorers, allowlist, cancellationToken);
        if (loading.Find(name) is { } preset)
        {
            // What is wrong with other presets is not asked for; a doubt about this one is.
            foreach (var doubt in loading.Diagnostics.Where(d => d.Severity == Severity.Warning))
            {
                terminal.Tell(doubt.ToString());
            }

            PresetPrinting.Print(terminal, preset);

            return ExitCode.Success;
        }

        loading.Tell(terminal);

        return ExitCode.BadInput;
    }
}
