using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ScriptHost.Reports;
using ScriptHost.Scoring;
using ScriptHost.Workers;
using Spectre.Console;

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

        return new Command("scorers", "Lists the scorers of a folder.") { scorers, format, allowlist, isolation }.Does((parse, terminal, cancellationToken) =>
        {
            using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) });
            if (Loading.Folder(terminal, parse.GetRequiredValue(scorers), [], parse.GetValue(allowlist), host, cancellationToken) is not { } report)
            {
                return ExitCode.BadInput;
            }

            if (parse.GetRequiredValue(format) == "json")
            {
                terminal.Say(Json(report.Scorers));
            }
            else if (parse.GetRequiredValue(format) == "md")
            {
                terminal.Say(ScorerCatalogue.Markdown(report.Scorers));
            }
            else if (report.Scorers.Count > 0)
            {
                terminal.Say(Table(report.Scorers));
            }

            return ExitCode.Success;
        });
    }

    private static Table Table(IEnumerable<ScorerDescription> scorers)
    {
        var table = PlainTable.Of("Name", "Level", "Parameters", "Description");
        table.Columns[2].NoWrap = false;
        table.Columns[3].NoWrap = false;
        foreach (var scorer in scorers)
        {
            table.AddRow(
                new Text(scorer.Name),
                new Text(ScorerJson.Level(scorer.Level)),
                new Text(Printable.Line(string.Join(", ", scorer.Parameters.Select(SignatureText.Of)))),
                new Text(Printable.Line(scorer.Description ?? "")));
        }

        return table;
    }

    private static string Json(IEnumerable<ScorerDescription> scorers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty);
        json.WriteStartArray();
        foreach (var scorer in scorers)
        {
            ScorerJson.Write(json, scorer);
        }

        json.WriteEndArray();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
