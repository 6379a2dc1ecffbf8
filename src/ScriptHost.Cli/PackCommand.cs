using System.CommandLine;
using System.Security.Cryptography;
using ScriptHost.Presets;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost pack</c>: writes a preset with its scripts into one file.</summary>
internal static class PackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("PRESET") { Description = "The preset." };
        var output = new Option<string?>("-o", "--output") { Description = "The file to write. Default: PRESET.shp.", HelpName = "FILE" };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !Bundle.IsPath(value))
            {
                result.AddError($"-o is '{value}'; a bundle's file ends in {Bundle.Extension}.");
            }
        });
        var presets = Options.Presets();
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();

        return new Command("pack", "Writes a preset, its scripts and its lock into one file, to be run elsewhere.") { name, output, presets, scorers, allowlist, isolation }.Does(
            (parse, terminal, cancellationToken) =>
            {
                using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });
                var wanted = parse.GetRequiredValue(name);
                var list = OperatorAllowlist.Read(terminal, parse.GetValue(allowlist));
                var loading = PresetLoading.Open(parse.GetRequiredValue(presets), [wanted], parse.GetRequiredValue(scorers), list, host, cancellationToken);
                if (loading.Find(wanted) is not { } preset || loading.Report.HasErrors)
                {
                    loading.Tell(terminal);

                    return ExitCode.BadInput;
                }

                var bytes = BundleWriting.Write(BundlePacking.Pack(preset, loading.Report));
                var path = parse.GetValue(output) ?? wanted + Bundle.Extension;
                File.WriteAllBytes(path, bytes);
                terminal.Say(Printable.Line($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {path}"));

                return ExitCode.Success;
            });
    }
}
