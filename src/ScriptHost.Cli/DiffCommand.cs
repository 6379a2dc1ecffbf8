using System.CommandLine;
using System.Text;
using ScriptHost.Comparison;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary><c>scripthost diff</c>: how one run differs from another.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "The run to compare with: its id, the path of its folder, or last." };
        var after = new Argument<string>("AFTER") { Description = "The run that is looked at." };
        var results = new Option<string>("--out") { Description = "The folder of runs.", HelpName = "DIR", DefaultValueFactory = _ => Defaults.Results };
        var format = Options.Format("table", "json", "md");

        return new Command("diff", "Shows how one run differs from another, whether that may be chance, and what turned.") { before, after, results, format }.Does(
            (parse, terminal, cancellationToken) =>
            {
                var folder = parse.GetRequiredValue(results);
                var comparison = RunComparison.Of(Head(folder, parse.GetRequiredValue(before)), Head(folder, parse.GetRequiredValue(after)), cancellationToken);
                switch (parse.GetRequiredValue(format))
                {
                    case "table":
                        new ComparisonTable(terminal).Print(comparison);
                        break;
                    case "json":
                        terminal.Output.Write(Encoding.UTF8.GetString(ComparisonJson.Of(comparison).Span));
                        break;
                    default:
                        ComparisonMarkdown.Write(terminal.Output, comparison);
                        break;
                }

                return ExitCode.Success;
            });
    }

    private static RunHead Head(string folder, string run) => RunHeadReading.Read(RunFolder.Find(folder, run));
}
