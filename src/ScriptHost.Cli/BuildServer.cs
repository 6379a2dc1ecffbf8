using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary>The CI service that the program runs under, told what went wrong in its own language: lines of the error stream that it reads as commands.</summary>
internal abstract class BuildServer
{
    // GitHub shows ten of each kind a step, and drops the others.
    private const int Most = 10;

    /// <summary>The service, told from the environment; null when there is none that is known.</summary>
    /// <param name="environment">The value of a variable; null when it is not set.</param>
    public static BuildServer? Of(Func<string, string?> environment) => true switch
    {
        _ when environment("GITHUB_ACTIONS") == "true" => new GitHubActions(environment("GITHUB_STEP_SUMMARY")),
        _ when string.Equals(environment("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase) => new AzurePipelines(environment("AGENT_TEMPDIRECTORY")),
        _ => null,
    };

    /// <summary>Annotates the files that have faults.</summary>
    public void Tell(TextWriter error, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning])
        {
            foreach (var diagnostic in diagnostics.Where(d => d.Severity == severity).Take(Most))
            {
                error.Write(Issue(diagnostic with { Message = Printable.Line(diagnostic.Message), Path = Printable.Line(diagnostic.Path) }) + "\n");
            }
        }
    }

    /// <summary>Annotates what a run found, and adds its summary to the job's.</summary>
    public void Tell(Terminal terminal, FinishedRun run)
    {
        Tell(terminal.Error, [.. Findings(run)]);
        try
        {
            Summarize(terminal.Error, RunMarkdown.Of(run), run.Record.RunId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"warning: The job's summary could not be written: {fault.Message}");
        }
    }

    /// <summary>The command that annotates a file.</summary>
    /// <param name="diagnostic">The fault; an empty path has no file.</param>
    protected abstract string Issue(Diagnostic diagnostic);

    /// <summary>Adds to the job's summary.</summary>
    /// <param name="error">Where commands go.</param>
    /// <param name="markdown">What to add.</param>
    /// <param name="runId">The run's id, for a file's name.</param>
    protected abstract void Summarize(TextWriter error, string markdown, string runId);

    private static IEnumerable<Diagnostic> Findings(FinishedRun run)
    {
        var record = run.Record;
        foreach (var verdict in record.Verdicts.Where(v => !v.Passed))
        {
            var (path, line, column) = verdict.Origin.Line > 0 ? (verdict.Origin.Path, verdict.Origin.Line, verdict.Origin.Column) : ("", 0, 0);

            yield return new(path, line, column, "threshold", verdict.FailsRun ? Severity.Error : Severity.Warning, verdict.Sentence);
        }

        var severity = record.ExitCode == ExitCode.ScorerErrors ? Severity.Error : Severity.Warning;
        foreach (var metric in record.Metrics.Where(m => m.FirstError is not null))
        {
            yield return new("", 0, 0, "scorer error", severity, $"{metric.Name}: {metric.Errors} errors, the first: {metric.FirstError}");
        }

        foreach (var problem in record.Problems)
        {
            yield return new("", 0, 0, "traces", record.ExitCode == ExitCode.BadInput ? Severity.Error : Severity.Warning, problem);
        }
    }
}
