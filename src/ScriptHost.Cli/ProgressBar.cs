using System.Diagnostics;
using System.Globalization;
using ScriptHost.Runs;
using Spectre.Console;

namespace ScriptHost.Cli;

/// <summary>A bar on the error stream that tells how far a run is, how fast, and how long it will take; it is gone when the run ends.</summary>
internal sealed class ProgressBar : IProgress<RunProgress>
{
    private readonly ProgressTask task;
    private readonly long started = Stopwatch.GetTimestamp();

    private ProgressBar(ProgressTask task) => this.task = task;

    /// <summary>Does the work and shows the bar meanwhile.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="work">What to do.</param>
    public static RunRecord Show(Terminal terminal, Func<IProgress<RunProgress>, RunRecord> work)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.HasErrorColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Enrichment = new() { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(terminal.Error),
        });

        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => work(new ProgressBar(context.AddTask("starting"))));
    }

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        task.IsIndeterminate = value.BytesTotal is null;
        task.MaxValue = Math.Max(1, value.BytesTotal ?? 1);
        task.Value = value.BytesDone;
        task.Description = string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Traces:N0} traces, {value.Traces / Math.Max(seconds, 0.001):N0}/s{(value.Errors > 0 ? $", {value.Errors:N0} errors" : "")}");
    }
}
