using System.CommandLine;
using System.Globalization;
using ScriptHost.Comparison;
using ScriptHost.Html;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary><c>scripthost report</c>: writes a run as one HTML file.</summary>
internal static class ReportCommand
{
    private const string DefaultOutput = "report.html";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var run = new Argument<string>("RUN")
        {
            Description = "The run: its id, its folder, or last.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => RunFolder.Last,
        };
        var output = new Option<string>("-o", "--output") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => DefaultOutput };
        var results = new Option<string>("--out") { Description = "The folder of runs.", HelpName = "DIR", DefaultValueFactory = _ => Defaults.Results };
        var traces = new Option<string[]>("--traces")
        {
            Description = "Where the traces are now; may be repeated. Default: where the run found them.",
            HelpName = "PATH",
            DefaultValueFactory = _ => [],
        };

        var baseline = new Option<string?>("--baseline") { Description = "An earlier run to compare with.", HelpName = "RUN" };

        return new Command("report", "Writes a run as one HTML file that opens from disk.") { run, output, results, traces, baseline }.Does((parse, terminal, cancellationToken) =>
        {
            var moved = parse.GetRequiredValue(traces);
            var folder = parse.GetRequiredValue(results);
            var reported = ReportedRun.Find(folder, parse.GetRequiredValue(run));
            var comparison = parse.GetValue(baseline) is { } earlier
                ? RunComparison.Of(RunHeadReading.Read(RunFolder.Find(folder, earlier)), RunHeadReading.Read(reported.Path), cancellationToken)
                : null;
            var report = new HtmlReport { Run = reported, Traces = moved.Length > 0 ? moved : null, Baseline = BaselineReading.Of(comparison) };
            var path = parse.GetRequiredValue(output);
            Tell(terminal, path, report.Write(path, cancellationToken));

            return ExitCode.Success;
        });
    }

    /// <summary>Says what was written, and what could not be shown.</summary>
    public static void Tell(Terminal terminal, string path, ReportNotes notes)
    {
        foreach (var note in notes.Notes)
        {
            terminal.Tell($"warning: {note}");
        }

        if (notes.Missing > 0)
        {
            terminal.Tell(string.Create(CultureInfo.InvariantCulture, $"warning: {notes.Missing} of {notes.Traces} traces were not found again and show outcomes only; --traces PATH says where they are now."));
        }

        terminal.Tell(string.Create(CultureInfo.InvariantCulture, $"Report in {path}: {notes.Traces} traces, {new FileInfo(path).Length / 1e6:0.0} MB"));
    }
}
