using System.CommandLine;
using ScriptHost.Presets;

namespace ScriptHost.Cli;

/// <summary><c>scripthost new preset</c>: writes a first version of a preset.</summary>
internal static class NewPresetCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The preset's name: letters of a to z, digits, - and _." };
        var presets = Options.Presets();
        var scorers = Options.Scorers();

        return new Command("preset", "Writes a preset of all scorers to start from.") { name, presets, scorers }.Does(
            (parse, terminal, _) => Write(terminal, parse.GetRequiredValue(presets), parse.GetRequiredValue(name), parse.GetRequiredValue(scorers)));
    }

    private static ExitCode Write(Terminal terminal, string folder, string name, string scorers)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new InputException($"'{name}' is no name for a preset: it may hold letters of a to z, digits, - and _ only, and no ending.");
        }

        if (Directory.Exists(folder) && PresetLibrary.Open(folder).Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } existing)
        {
            throw new InputException($"There is a preset '{existing}' already.");
        }

        Loading.RequireFolder(scorers);
        var scripts = PresetLoading.ScriptNames(scorers).Order(StringComparer.Ordinal).ToList();
        if (scripts.Count == 0)
        {
            throw new InputException($"There is no scorer in '{scorers}' to make a preset of. 'scripthost new scorer NAME' makes a first one.");
        }

        var path = Path.Combine(folder, $"{name}.yaml");
        try
        {
            Directory.CreateDirectory(folder);

            // The preset's first line names it; one that is there may be another version's, which is whoever put it there's to renew.
            var schema = Path.Combine(folder, ManifestSchema.FileName);
            if (!File.Exists(schema))
            {
                File.WriteAllText(schema, ManifestSchema.Print());
            }

            using var preset = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            preset.Write(Text(name, scripts));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be written: {fault.Message}");
        }

        terminal.Say(Printable.Line(path));
        terminal.Tell($"See it: scripthost show preset {name}{Option("--presets", folder, Defaults.Presets)}{Option("--scorers", scorers, Defaults.Scorers)}");

        return ExitCode.Success;
    }

    private static string Text(string name, IEnumerable<string> scripts) =>
        ManifestPrinting.EditorLine
        + $"preset: {YamlText.Of(name)}\n"
        + "description: What it is for, and what it does not judge.\n"
        + "scorers:\n"
        + string.Concat(scripts.Select(s => $"  - {YamlText.Of(s)}\n"))
        + "# A scorer with settings:   - response_length: { min: 50, max: 400 }\n"
        + "# What a run must hold:\n"
        + "# thresholds:\n"
        + "#   response_length/pass_rate: \">= 0.95\"\n";

    private static string Option(string option, string value, string usual) => value == usual ? "" : $" {option} {Printable.Shell(value)}";
}
