using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ScriptHost.Plugins;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost list scorers</c>.</summary>
internal static class ListScorersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();
        var format = Options.Format("table", "json", "md");
        var builtIn = new Option<bool>("--built-in") { Description = "List the scorers that are built in, whatever the folder has; so does a missing folder 'scorers'." };

        return new Command("scorers", "Lists the scorers of a folder, or the built-in ones.") { scorers, builtIn, format, allowlist, isolation }.Does((parse, terminal, cancellationToken) =>
        {
            using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });
            var folder = parse.GetRequiredValue(scorers);
            var isBuiltIn = parse.GetValue(builtIn);
            if (!isBuiltIn && folder == Defaults.Scorers && !Directory.Exists(folder))
            {
                terminal.Tell($"There is no folder '{folder}': these scorers are built in.");
                isBuiltIn = true;
            }

            var loaded = isBuiltIn
                ? Loading.BuiltIn(terminal, parse.GetValue(allowlist), host, cancellationToken)
                : Loading.Folder(terminal, folder, [], parse.GetValue(allowlist), host, cancellationToken);
            if (loaded is not { } report)
            {
                return ExitCode.BadInput;
            }

            if (parse.GetRequiredValue(format) == "json")
            {
                terminal.Say(Json(report));
            }
            else if (parse.GetRequiredValue(format) == "md")
            {
                terminal.Say(ScorerCatalogue.Markdown(report.Scorers));
            }
            else if (report.Scorers.Count > 0)
            {
                terminal.Say(Table(report));
            }

            return ExitCode.Success;
        });
    }

    private static PlainTable Table(LoadReport report)
    {
        string[] trusted = report.Images.Any(i => i.Trust is not null) ? ["Trusted"] : [];
        var table = new PlainTable(["Name", "Level", "Parameters", "Description", .. trusted]);
        table.Columns[2].MayBreak = true;
        table.Columns[3].MayBreak = true;
        foreach (var (scorer, image) in report.Scorers.Zip(report.Images))
        {
            string[] cells = [scorer.Name, ScorerJson.Level(scorer.Level), string.Join(", ", scorer.Parameters.Select(SignatureText.Of)), scorer.Description ?? "", .. trusted.Select(_ => Trust(image))];
            table.Add(Array.ConvertAll(cells, c => new PlainCell(Printable.Line(c))));
        }

        return table;
    }

    private static string Trust(ScorerImage image) => image.Trust?.ByWhomAndWhen ?? "";

    private static string Json(LoadReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty);
        json.WriteStartArray();
        foreach (var (scorer, image) in report.Scorers.Zip(report.Images))
        {
            ScorerJson.Write(json, scorer, image.Trust);
        }

        json.WriteEndArray();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
