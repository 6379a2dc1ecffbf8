using ScriptHost.Html;

namespace ScriptHost.Reports;

/// <summary>A kind of report that <c>--report NAME=PATH</c> asks for.</summary>
/// <param name="Name">The word before the equals sign.</param>
/// <param name="Target">What stands behind it, for people: <c>FILE</c> or <c>FOLDER</c>.</param>
/// <param name="ReadsTraces">Whether it reads the traces again, which standard input cannot give.</param>
/// <param name="Prepare">Makes it for a path; throws <see cref="InputException"/> when it can be seen that it could not be written.</param>
internal sealed record ReportKind(string Name, string Target, bool ReadsTraces, Func<string, IReport> Prepare)
{
    /// <summary>All kinds; a new one is a new line.</summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        new("html", "FILE", ReadsTraces: false, path => new HtmlRunReport(path)),
        new("mlflow", "FOLDER", ReadsTraces: true, path => new MlflowReport(path)),
        new("junit", "FILE", ReadsTraces: false, path => new FileReport(path, JUnitXml.Write)),
        new("csv", "FILE", ReadsTraces: false, path => new FileReport(path, CsvTable.Write)),
        new("md", "FILE", ReadsTraces: false, path => new FileReport(path, RunMarkdown.Write)),
        new("jsonl", "FILE", ReadsTraces: false, path => new FileReport(path, (run, stream) => run.CopyResults(stream))),
    ];

    /// <summary>How it is asked for, for people: <c>mlflow=FOLDER</c>.</summary>
    public string Usage => $"{Name}={Target}";
}
