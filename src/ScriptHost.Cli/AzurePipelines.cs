using System.Globalization;
using System.Text;

namespace ScriptHost.Cli;

/// <summary>Azure Pipelines: logging commands (learn.microsoft.com, "Logging commands").</summary>
/// <param name="folder">Where files may go until the job ends; null takes the system's.</param>
internal sealed class AzurePipelines(string? folder) : BuildServer
{
    /// <inheritdoc/>
    protected override string Issue(Diagnostic diagnostic)
    {
        var command = new StringBuilder("##vso[task.logissue type=").Append(diagnostic.Severity == Severity.Error ? "error" : "warning").Append(';');
        if (diagnostic.Path.Length > 0)
        {
            command.Append("sourcepath=").Append(Property(diagnostic.Path)).Append(';');
        }

        if (diagnostic.Line > 0)
        {
            command.Append(CultureInfo.InvariantCulture, $"linenumber={diagnostic.Line};");
        }

        if (diagnostic.Column > 0)
        {
            command.Append(CultureInfo.InvariantCulture, $"columnnumber={diagnostic.Column};");
        }

        return command.Append("code=").Append(Property(diagnostic.Code)).Append(";]").Append(Data(diagnostic.Message)).ToString();
    }

    /// <inheritdoc/>
    protected override void Summarize(TextWriter error, string markdown, string runId)
    {
        var path = Path.GetFullPath(Path.Combine(string.IsNullOrEmpty(folder) ? Path.GetTempPath() : folder, $"scripthost-{runId}.md"));
        File.WriteAllText(path, markdown);
        error.Write($"##vso[task.uploadsummary]{Data(path)}\n");
    }

    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
