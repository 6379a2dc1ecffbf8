using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary>What a run writes for others. A report that cannot be written is told, and changes nothing else: it is no part of the verdict.</summary>
internal sealed class RunReports
{
    private readonly Terminal terminal;
    private readonly IReadOnlyList<IReport> reports;

    /// <summary>Prepares the reports that were asked for, so that what cannot be is told before anything is scored.</summary>
    /// <exception cref="InputException">One of them cannot be written.</exception>
    public RunReports(Terminal terminal, RunArguments arguments)
    {
        this.terminal = terminal;
        reports = [.. arguments.Reports.Select(r => r.Kind.Prepare(r.Path))];
        if (arguments.Options.Traces.Contains("-") && arguments.Reports.FirstOrDefault(r => r.Kind.ReadsTraces) is { Kind.Name: var name })
        {
            throw new InputException($"--report {name} needs to read the traces twice, which standard input cannot give; write them to a file first.");
        }
    }

    /// <summary>Writes them, and tells what was written.</summary>
    public void Write(FinishedRun run, CancellationToken cancellationToken)
    {
        if (run.Record.ExitCode == ExitCode.Cancelled && reports.Count > 0)
        {
            terminal.Tell("No report was written, since the run was cancelled.");

            return;
        }

        foreach (var report in reports)
        {
            try
            {
                terminal.Tell(report.Write(run, cancellationToken));
            }
            catch (Exception fault) when (fault is InputException or IOException or UnauthorizedAccessException)
            {
                terminal.Tell($"warning: A report could not be written: {fault.Message}");
            }
        }
    }
}
