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
/// <param name="begun">Where scorers run, if that was begun already.</param>
internal sealed class Run(Terminal terminal, RunArguments arguments, RunFolder? resumed = null, Task<IScoringHost>? begun = null)
{
    /// <summary>Where the scorers of a run will run: a worker's process starts with it.</summary>
    /// <exception cref="InputException">They are to be contained, and cannot be.</exception>
    public static IScoringHost Host(RunOptions options)
    {
        options.RefuseUncontained();

        return ScoringHost.For(options);
    }

    /// <summary>Loads, scores, records, prints.</summary>
    public ExitCode Execute(CancellationToken cancellationToken)
    {
        // First of all, so that it ends whatever else goes wrong. There is nothing else to be done meanwhile.
        using var host = begun is null ? Host(arguments.Options) : begun.GetAwaiter().GetResult();
        var reports = new RunReports(terminal, arguments);
        var baseline = arguments.Baseline is { } named ? RunHeadReading.Read(RunFolder.Find(arguments.Results, named)) : null;
        using var earlier = Reusing.Open(terminal, arguments.Results, arguments.Reuse);
        if (arguments.Selection.Load(terminal, host, cancellationToken) is not { } scorers)
        {
            return ExitCode.BadInput;
        }

        Rehearsal.Begin(arguments, scorers, host);
        host.Prepare(scorers);
        using var folder = resumed ?? RunFolder.Create(arguments.Results, TimeProvider.System.GetUtcNow(), arguments.CommandLine);
        var held = arguments.Options.Isolation == Isolation.None ? "containment: none (--isolation none: scripts run in this process)" : host.Containment?.Summary;
        if (held is not null && (arguments.Format == "table" || host.Containment is { IsFull: false }))
        {
            terminal.Tell(held);
        }

        Loading.TellTrusted(terminal, scorers);
        Loading.TellHidden(terminal, scorers);
        var (run, comparison) = Record(scorers, host, folder, earlier, baseline, cancellationToken);
        new RunTelling(terminal, arguments.Options, arguments.Selection.Scorers).Tell(run, "run.json");
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

    private Recorded Record(
        LoadReport scorers, IScoringHost host, RunFolder folder, EarlierRun? earlier, RunHead? baseline, CancellationToken cancellationToken)
    {
        try
        {
            var run = Score(scorers, host, folder, earlier, cancellationToken);

            // What a run that was cancelled did not come to has no counterpart: nothing to compare, and its thresholds do not count.
            var comparison = baseline is null || run.EndedEarly is not null ? null : Compared(run, baseline, folder, cancellationToken);
            var judged = comparison is null ? run : run.Judged(BaselineJudging.Judge(run.Verdicts, comparison));
            folder.Complete(judged, comparison);

            return new(judged, comparison);
        }
        catch (InputException fault) when (folder.HasResults)
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

    // That a baseline cannot be read does not undo the run.
    private static RunComparison Compared(RunRecord run, RunHead baseline, RunFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return RunComparison.Of(baseline, RunHeadReading.Of(run, folder.PartialResultsPath), cancellationToken);
        }
        catch (InputException)
        {
            folder.Complete(run);

            throw;
        }
    }

    private static string Resumption(RunFolder folder) => $"'scripthost run --resume {folder.Id}' goes on from where it ended.";

    private RunRecord Score(LoadReport scorers, IScoringHost host, RunFolder folder, EarlierRun? earlier, CancellationToken cancellationToken)
    {
        using var results = new ResultsWriter(folder.Results, scorers.Scorers);
        using var lines = arguments.Format == "jsonl" ? new OutcomeLines(terminal.Output, scorers.Scorers) : null;
        var isShown = terminal.IsErrorWatched && !(lines is not null && terminal.IsOutputWatched);
        var run = isShown ? ProgressBar.Show(terminal, ScoreAll) : ScoreAll(null);

        return run with { RunId = folder.Id, StartedAt = folder.Start.StartedAt };

        RunRecord ScoreAll(IProgress<RunProgress>? progress) => RunEngine.Run(
            arguments.Options,
            scorers,
            host,
            folder.Journal,
            earlier,
            (in unit, in outcome) =>
            {
                results.Write(unit, outcome);
                lines?.Write(unit, outcome);
            },
            progress,
            cancellationToken);
    }

    private void Print(RunRecord run, RunComparison? comparison, RunFolder folder)
    {
        switch (arguments.Format)
        {
            case "table":
                new RunTable(terminal).Print(run, folder.Path, arguments.Selection.ForExplain(arguments.Options.Traces));
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

    private sealed record Recorded(RunRecord Run, RunComparison? Comparison);
}
