using System.CommandLine;

namespace ScriptHost.Cli;

/// <summary><c>scripthost unpack</c>: lays a bundle out as folders of scorers and presets. Nothing of it runs.</summary>
internal static class UnpackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("BUNDLE") { Description = "The bundle's file." };
        var output = new Option<string?>("-o", "--output") { Description = "The folder to lay it out in. Default: the preset's name.", HelpName = "DIR" };

        return new Command("unpack", "Lays a bundle out as folders of scorers and presets; runs nothing, overwrites nothing.") { path, output }.Does((parse, terminal, _) =>
        {
            var bundle = PresetLoading.ReadBundle(parse.GetRequiredValue(path));
            var folder = parse.GetValue(output) ?? bundle.Preset;
            var files = bundle.Entries.Select(e => (Path: Path.Combine(folder, e.Name), e.Content)).ToList();
            if (files.Select(f => f.Path).FirstOrDefault(p => File.Exists(p) || Directory.Exists(p)) is { } there)
            {
                throw new InputException($"'{there}' is there already; -o names another folder.");
            }

            foreach (var (file, content) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
                using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
                target.Write(content.Span);
                terminal.Say(Printable.Line(file));
            }

            return ExitCode.Success;
        });
    }
}
