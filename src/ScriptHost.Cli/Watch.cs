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
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly WatchPrinting printing = new(terminal, options, selection);

    /// <summary>Watches until it is interrupted.</summary>
    public ExitCode Execute(CancellationToken cancellationToken)
    {
        try
        {
            WatchAsync(cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how watching ends.
        }

        return ExitCode.Success;
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var files = new FileWatch(Places(), polls);
        using var scoring = new RoundScoring(options);
        FileChanges? changes = null;
        for (var began = Stopwatch.GetTimestamp(); ; began = changes.Noticed)
        {
            var coming = files.NextAsync(cancellationToken);
            using var outdated = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var round = Task.Run(() => ScoreRound(scoring, changes, began, outdated.Token), CancellationToken.None);
            if (await Task.WhenAny(round, coming) == coming && coming.IsCompletedSuccessfully && !(await coming).AreTraces)
            {
                // Another script or preset is there by now: what takes long, such as a script that hangs, is not waited for.
                await Task.WhenAny(round, Task.Delay(Patience, cancellationToken));
                await outdated.CancelAsync();
            }

            var isOver = await round;
            cancellationToken.ThrowIfCancellationRequested();
            if (isOver)
            {
                // The next script to compile is the one that somebody is just editing.
                ScriptCompiler.Prepare();
            }

            TellOnce(files.Deafness is { } deafness ? $"note: {deafness} Files are looked at every now and then instead." : null);
            TellOnce(options.Isolation == Isolation.None ? "containment: none (--isolation none: scripts run in this process)" : scoring.Containment?.Summary);
            changes = isOver || changes is null ? await coming : (await coming).After(changes);
        }
    }

    // False when the round was left off, and nothing was said.
    private bool ScoreRound(RoundScoring scoring, FileChanges? changes, long began, CancellationToken cancellationToken)
    {
        using var notes = new StringWriter(CultureInfo.InvariantCulture);
        var quiet = terminal.Telling(notes);
        Round? round = null;
        try
        {
            if (selection.Load(quiet, scoring.Host(), cancellationToken) is { } scorers)
            {
                Loading.TellTrusted(quiet, scorers);
                Loading.TellHidden(quiet, scorers);
                round = scoring.Score(scorers, changes is null or { TouchTraces: true }, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault) when (fault is InputException or IOException or UnauthorizedAccessException)
        {
            // Files may come and go at any moment; whatever comes next is another round.
            quiet.Tell($"error: {fault.Message}");
        }

        if (cancellationToken.IsCancellationRequested && round is not { Run.EndedEarly: null })
        {
            return false;
        }

        printing.Print(changes, round, notes.ToString(), began);

        return true;
    }

    private void TellOnce(string? note)
    {
        if (note is not null && told.Add(note))
        {
            terminal.Tell(note);
        }
    }

    private WatchedPlaces Places() => new()
    {
        Traces = options.Traces,
        Scorers = selection.Scorers,
        Presets = selection.Presets,
        Files = [.. selection.PresetNames.Where(Bundle.IsPath), .. selection.Allowlist is { } allowlist ? (string[])[allowlist] : []],
    };
}
