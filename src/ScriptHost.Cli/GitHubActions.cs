using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>GitHub Actions: workflow commands and job summaries (docs.github.com, "Workflow commands for GitHub Actions").</summary>
/// <param name="summaryPath">The file of the step's summary; null when there is none.</param>
internal sealed class GitHubActions(string? summaryPath) : BuildServer
{
    /// <inheritdoc/>
    protected override string Issue(Diagnostic diagnostic)
    {
        var properties = new List<string>();
        if (diagnostic.Path.Length > 0)
        {
            properties.Add($"file={Property(diagnostic.Path)}");
        }

        if (diagnostic.Line > 0)
        {
            properties.Add($"line={diagnostic.Line.ToString(CultureInfo.InvariantCulture)}");
        }

        if (diagnostic.Column > 0)
        {
            properties.Add($"col={diagnostic.Column.ToString(CultureInfo.InvariantCulture)}");
        }

        properties.Add($"title={Property($"ScriptHost {diagnostic.Code}")}");

        return $"::{(diagnostic.Severity == Severity.Error ? "error" : "warning")} {string.Join(',', properties)}::{Data(diagnostic.Message)}";
    }

    /// <inheritdoc/>
    protected override void Summarize(TextWriter error, string markdown, string runId)
    {
        if (!string.IsNullOrEmpty(summaryPath))
        {
            File.AppendAllText(summaryPath, markdown + "\n");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
