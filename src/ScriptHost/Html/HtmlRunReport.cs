using System.Globalization;
using ScriptHost.Reports;

namespace ScriptHost.Html;

/// <summary><c>--report html=FILE</c>: the report of a run that has just come to its end.</summary>
internal sealed class HtmlRunReport : IReport
{
    private readonly string path;

    /// <summary>Prepares.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="InputException">The path is a folder's.</exception>
    public HtmlRunReport(string path)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            throw new InputException($"'{path}' is a folder; a report needs the name of a file.");
        }

        this.path = path;
    }

    /// <inheritdoc/>
    public string Write(FinishedRun run, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(run.ResultsPath) ?? ".";
        var notes = new HtmlReport { Run = ReportedRun.Open(folder), Baseline = BaselineReading.Of(run.Comparison) }.Write(path, cancellationToken);

        return string.Create(CultureInfo.InvariantCulture, $"The report '{path}' is written: {notes.Traces} traces, {new FileInfo(path).Length / 1e6:0.0} MB.");
    }
}
