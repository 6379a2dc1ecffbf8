using System.Text;
using ScriptHost.Comparison;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary>One run, from loading scorers to the table.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="arguments">What to do.</param>
/// <param name="resumed">The folder of the run that is gone on with; null begins a new one.</param>
internal sealed class Run(Terminal terminal, RunArguments arguments, RunFolder? resumed = null)
{
    private const int ShownProblems = 10;

    /// <summary>Loads, scores, records, prints.</summary>
    public async Task<ExitCode> ExecuteAsync(CancellationToken cancellationToken)
    {
        var reports = new RunReports(terminal, arguments);
        var baseline = arguments.Baseline is { } named ? RunHeadReading.Read(RunFolder.Find(arguments.Results, named)) : null;
        if (arguments.Options is { RequiresContainment: true, Isolation: Isolation.None })
        {
            throw new InputException("--require-containment is given, and --isolation none runs scripts in this process, which nothing holds.");
        }

        using var earlier = Reusing.Open(terminal, arguments.Results, arguments.Reuse);
        using var host = ScoringHost.For(arguments.Options);
        if (arguments.Selection.Load(terminal, host, cancellationToken) is not { } scorers)
        {
            return ExitCode.BadInput;
        }

        using var folder = resumed ?? RunFolder.Create(arguments.Results, TimeProvider.System.GetUtcNow(), arguments.CommandLine);
        if (arguments.Format == "table" || host.Containment is { IsFull: false })
        {
            terminal.Tell(host.Containment?.Summary ?? "containment: none (--isolation none: scripts run in this process)");
        }

        Loading.TellTrusted(terminal, scorers);
        Loading.TellHidden(terminal, scorers);
        var (run, comparison) = await RecordAsync(scorers, host, folder, earlier, baseline, cancellationToken);
        TellProblems(run);
        if (run.EndedEarly is not null)
        {
            terminal.Tell(Resumption(folder));
        }

        Print(run, comparison, folder);
        var finished = new FinishedRun(run, folder.ResultsPath, arguments.Options.Traces, comparison);
        reports.Write(finished, cancellationToken);
        terminal.Server?.Tell(terminal, finished);

        return run.ExitCode;
    }

    private async Task<(RunRecord Run, RunComparison? Comparison)> RecordAsync(
        LoadReport scorers, IScoringHost host, RunFolder folder, EarlierRun? earlier, RunHead? baseline, CancellationToken cancellationToken)
    {
        try
        {
            var run = await ScoreAsync(scorers, host, folder, earlier, cancellationToken);

            // What a run that was cancelled did not come to has no counterpart: nothing to compare, and its thresholds do not count.
            var comparison = baseline is null || run.EndedEarly is not null ? null : RunComparison.Of(baseline, RunHeadReading.Of(run, folder.PartialResultsPath), cancellationToken);
            var judged = comparison is null ? run : run.Judged(BaselineJudging.Judge(run.Verdicts, comparison));
            folder.Complete(judged, comparison);

            return (judged, comparison);
        }
        catch (InputException fault) when (folder.Results.Length > 0)
        {
            // A file of traces went away or changed, or workers could not be kept.
            throw new InputException($"{fault.Message} What was scored until then is in '{folder.Path}'.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The disk is full, or somebody took the folder away: what is in the journal is not lost.
            throw new InputException($"The results cannot be written to '{folder.Path}': {fault.Message.TrimEnd('.')}. {Resumption(folder)}", fault);
        }
    }

    private static string Resumption(RunFolder folder) => $"'scripthost run --resume {folder.Id}' goes on from where it ended.";

    private async Task<RunRecord> ScoreAsync(LoadReport scorers, IScoringHost host, RunFolder folder, EarlierRun? earlier, CancellationToken cancellationToken)
    {
        using var results = new ResultsWriter(folder.Results, scorers.Scorers);
        using var lines = arguments.Format == "jsonl" ? new OutcomeLines(terminal.Output, scorers.Scorers) : null;
        var isShown = terminal.IsErrorWatched && !(lines is not null && terminal.IsOutputWatched);
        var run = await ProgressBar.ShowAsync(terminal, isShown, progress => RunEngine.RunAsync(
            arguments.Options,
            scorers,
            host,
            folder.Journal,
            earlier,
            outcome =>
            {
                results.Write(outcome);
                lines?.Write(outcome);
            },
            progress,
            cancellationToken));

        return run with { RunId = folder.Id, StartedAt = folder.Start.StartedAt };
    }

    private void TellProblems(RunRecord run)
    {
        foreach (var problem in run.Problems.Take(ShownProblems))
        {
            terminal.Tell($"warning: {problem}");
        }

        if (run.Problems.Count > ShownProblems)
        {
            terminal.Tell($"warning: {run.Problems.Count - ShownProblems} more problems are listed in run.json.");
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
            $"There are no scorers in '{arguments.Selection.Scorers}'; 'scripthost new scorer NAME' makes one.",
        ExitCode.NothingScored when Selects() && run.Outcomes.Sum(o => o.Scored + o.Error + o.NotApplicable) == 0 =>
            $"None of the {run.TracesRead} traces in {Inputs()} is taken by --where and --trace-id.",
        ExitCode.NothingScored => "Nothing was scored: every pair was skipped, not applicable, or its trace malformed.",
        ExitCode.ScorerErrors when run.EndedEarly is null =>
            $"{run.Outcomes.Sum(o => o.Error)} scorer errors, and --max-errors allows {arguments.Options.MaxErrors}.",
        ExitCode.ThresholdFailed => $"{run.Verdicts.Count(v => v.FailsRun)} of {run.Verdicts.Count} thresholds failed.",
        ExitCode.BadInput => $"{run.TracesMalformed} malformed traces, and --strict allows none.",
        _ => null,
    };

    private string Inputs() => string.Join(", ", arguments.Options.Traces.Select(t => $"'{t}'"));

    private bool Selects() => arguments.Options.Where is not null || arguments.Options.TraceIds.Count > 0;

    private void Print(RunRecord run, RunComparison? comparison, RunFolder folder)
    {
        switch (arguments.Format)
        {
            case "table":
                new RunTable(terminal).Print(run, folder.Path, ExplainArguments());
                if (comparison is not null)
                {
                    terminal.Say();
                    new ComparisonTable(terminal).Print(comparison);
                }

                break;
            case "json":
                terminal.Output.Write(Encoding.UTF8.GetString(RunJson.Of(run, comparison).Span));
                break;
        }
    }

    private string ExplainArguments()
    {
        var traces = arguments.Options.Traces.Where(t => t != Defaults.Traces).Select(t => $" --traces {Printable.Shell(t)}");
        var selection = arguments.Selection;
        var scorers = selection.Scorers == Defaults.Scorers ? "" : $" --scorers {Printable.Shell(selection.Scorers)}";
        var folder = selection.PresetNames.Count == 0 || selection.Presets == Defaults.Presets ? "" : $" --presets {Printable.Shell(selection.Presets)}";
        var presets = selection.PresetNames.Select(p => $" --preset {Printable.Shell(p)}");
        var named = selection.Named.Select(n => $" --scorer {Printable.Shell(n)}");

        return string.Concat(traces) + scorers + folder + string.Concat(presets) + string.Concat(named);
    }
}
