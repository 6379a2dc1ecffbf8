using System.CommandLine;
using ScriptHost.Presets;

namespace ScriptHost.Cli;

/// <summary><c>scripthost schema</c>: the JSON Schema of presets.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Option<string?>("-o", "--output") { Description = "Write it to this file.", HelpName = "FILE" };

        return new Command("schema", "Prints the JSON Schema of presets, for editors.") { file }.Does((parse, terminal, _) =>
        {
            if (parse.GetValue(file) is not { } path)
            {
                terminal.Output.Write(ManifestSchema.Print());
            }
            else
            {
                File.WriteAllText(path, ManifestSchema.Print());
                terminal.Say(Printable.Line(path));
            }

            return ExitCode.Success;
        });
    }
}
