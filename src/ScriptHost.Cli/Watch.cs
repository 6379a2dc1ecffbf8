using System.Diagnostics;
using System.Globalization;
using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Watching;

namespace ScriptHost.Cli;

/// <summary>Scores, and scores anew what changes, until it is interrupted.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="options">What to score.</param>
/// <param name="selection">What to score with.</param>
/// <param name="polls">Whether to look for changes without the system's help.</param>
internal sealed class Watch(Terminal terminal, RunOptions options, ScorerSelection selection, bool polls)
{
    private readonly WatchPrinting printing = new(terminal, options, selection);

    /// <summary>Watches.</summary>
    public async Task<ExitCode> ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            using var files = new FileWatch(Places(), polls);
            using var scoring = new RoundScoring(options);
            await RoundAsync(scoring, changes: null, began, cancellationToken);
            string? deafness = null;
            while (true)
            {
                // The next script to compile is the one that somebody is just editing.
                ScriptCompiler.Prepare();
                if (files.Deafness != deafness)
                {
                    deafness = files.Deafness;
                    terminal.Tell($"note: {deafness} Files are looked at every now and then instead.");
                }

                var changes = await files.NextAsync(cancellationToken);
                await RoundAsync(scoring, changes, changes.Noticed, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how watching ends.
            return ExitCode.Success;
        }
    }

    private async Task RoundAsync(RoundScoring scoring, FileChanges? changes, long began, CancellationToken cancellationToken)
    {
        using var told = new StringWriter(CultureInfo.InvariantCulture);
        var notes = terminal.Telling(told);
        Round? round = null;
        try
        {
            if (selection.Load(notes, scoring.Host(), cancellationToken) is { } scorers)
            {
                Loading.TellTrusted(notes, scorers);
                Loading.TellHidden(notes, scorers);
                round = await scoring.ScoreAsync(scorers, changes is not { TouchTraces: false }, cancellationToken);
            }
        }
        catch (InputException fault)
        {
            notes.Tell($"error: {fault.Message}");
        }

        cancellationToken.ThrowIfCancellationRequested();
        printing.Print(changes, round, told.ToString(), began);
    }

    private WatchedPlaces Places() => new()
    {
        Traces = options.Traces,
        Scorers = selection.Scorers,
        Presets = selection.Presets,
        Files = [.. selection.PresetNames.Where(Bundle.IsPath), .. selection.Allowlist is { } allowlist ? (string[])[allowlist] : []],
    };
}
