using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>Tells what went wrong in a run, and why its exit code is what it is.</summary>
/// <param name="terminal">Where to tell it.</param>
/// <param name="options">What the run was asked to do.</param>
/// <param name="scorers">The folder of scorers.</param>
internal sealed class RunTelling(Terminal terminal, RunOptions options, string scorers)
{
    private const int ShownProblems = 10;

    /// <summary>Tells it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">The file that lists all problems; null when there is none.</param>
    public void Tell(RunRecord run, string? record)
    {
        foreach (var problem in run.Problems.Take(ShownProblems))
        {
            terminal.Tell($"warning: {problem}");
        }

        if (run.Problems.Count > ShownProblems)
        {
            terminal.Tell($"warning: {run.Problems.Count - ShownProblems} more problems{(record is null ? "" : $" are listed in {record}")}.");
        }

        if (run.EndedEarly is { } why)
        {
            terminal.Tell($"The run ended early: {why}");
        }

        if (Verdict(run) is { } verdict)
        {
            terminal.Tell(verdict);
        }
    }

    private string? Verdict(RunRecord run) => run.ExitCode switch
    {
        ExitCode.NothingScored when run.TracesRead + run.TracesMalformed == 0 =>
            $"No traces were found in {Inputs()}; files end in .json, .jsonl or .ndjson, or one of these and .gz.",
        ExitCode.NothingScored when run.Outcomes.Count == 0 =>
            $"There are no scorers in '{scorers}'; 'scripthost new scorer NAME' makes one.",
        ExitCode.NothingScored when Selects() && run.Outcomes.Sum(o => o.Scored + o.Error + o.NotApplicable) == 0 =>
            $"None of the {run.TracesRead} traces in {Inputs()} is taken by --where and --trace-id.",
        ExitCode.NothingScored => "Nothing was scored: every pair was skipped, not applicable, or its trace malformed.",
        ExitCode.ScorerErrors when run.EndedEarly is null =>
            $"{run.Outcomes.Sum(o => o.Error)} scorer errors, and --max-errors allows {options.MaxErrors}.",
        ExitCode.ThresholdFailed => $"{run.Verdicts.Count(v => v.FailsRun)} of {run.Verdicts.Count} thresholds failed.",
        ExitCode.BadInput => $"{run.TracesMalformed} malformed traces, and --strict allows none.",
        _ => null,
    };

    private string Inputs() => string.Join(", ", options.Traces.Select(t => $"'{t}'"));

    private bool Selects() => options.Where is not null || options.TraceIds.Count > 0;
}
