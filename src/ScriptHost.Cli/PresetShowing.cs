using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Shows one preset with everything looked up.</summary>
internal static class PresetShowing
{
    /// <summary>Shows a preset, or tells what is wrong with it.</summary>
    public static ExitCode Show(
        Terminal terminal, string presets, string name, string scorers, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var loading = Bundle.IsPath(name)
            ? PresetLoading.OfBundle(name, allowlist, host, cancellationToken)
            : PresetLoading.Open(presets, [name], scorers, allowlist, host, cancellationToken);
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
