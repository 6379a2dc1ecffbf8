using System.CommandLine;
using System.Text;
using ScriptHost.Presets;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary><c>scripthost init</c>: lays out a folder to start from.</summary>
internal static class InitCommand
{
    // Presets are checked as they are typed, and scripts are coloured as C#.
    private const string EditorSettings = """
        {
          "files.associations": { "*.csx": "csharp" },
          "yaml.schemas": { "./presets/preset.schema.json": "presets/*.yaml" }
        }

        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; made if it does not exist.", DefaultValueFactory = _ => "." };

        return new Command("init", "Lays out the shipped scorers and presets, to read and to change, and an editor's set-up.") { folder }.Does(
            (parse, terminal, _) => Lay(terminal, parse.GetRequiredValue(folder)));
    }

    private static ExitCode Lay(Terminal terminal, string folder)
    {
        var (written, kept) = (0, 0);
        foreach (var (name, content) in Files())
        {
            var path = Path.Combine(folder, name);
            try
            {
                if (File.Exists(path))
                {
                    terminal.Tell($"kept: {Printable.Line(path)}");
                    kept++;

                    continue;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
                File.WriteAllBytes(path, content);
                written++;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"'{path}' cannot be written: {fault.Message}", fault);
            }
        }

        terminal.Tell($"{written} files written, {kept} kept as they were. Put traces into '{Path.Combine(folder, Defaults.Traces)}' and run: scripthost run --preset {BuiltInPresets.Quick}");

        return ExitCode.Success;
    }

    private static IEnumerable<(string Name, byte[] Content)> Files() =>
    [
        .. BuiltInScorers.Names.Select(n => ($"{Defaults.Scorers}/{n}.csx", BuiltInScorers.Source(n))),
        .. BuiltInPresets.Names.Select(n => ($"{Defaults.Presets}/{n}.yaml", BuiltInPresets.Source(n).ToArray())),
        ($"{Defaults.Presets}/{ManifestSchema.FileName}", Encoding.UTF8.GetBytes(ManifestSchema.Print())),
        (".vscode/settings.json", Encoding.UTF8.GetBytes(EditorSettings)),
    ];
}
