using System.Diagnostics;

namespace ScriptHost.Watching;

/// <summary>Waits for changes of the files that results depend on. The system's events only say when to look; what changed is seen by looking.</summary>
internal sealed class FileWatch : IDisposable
{
    // Events get lost; with them this is only for what is not told at all, such as files behind a link or on another machine.
    private static readonly TimeSpan Rarely = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);

    // Looking must not keep the machine busy, however many files there are.
    private const int RestAfterLook = 20;

    private readonly WatchedPlaces places;
    private readonly bool polls;
    private readonly FileAlarm alarm = new();
    private FileLook seen;
    private TimeSpan lookTime;

    /// <summary>Looks for the first time: what changes from here on is told.</summary>
    /// <param name="places">Where the files lie.</param>
    /// <param name="polls">Whether to look every now and then only, without the system's events.</param>
    public FileWatch(WatchedPlaces places, bool polls)
    {
        this.places = places;
        this.polls = polls;
        Listen();
        seen = FileLook.At(places, before: null);
    }

    /// <summary>Why changes are found later than usual, one sentence; null when the system tells of them.</summary>
    public string? Deafness => alarm.Deafness;

    private TimeSpan Pause => TimeSpan.FromTicks(Math.Max((polls || Deafness is not null ? Often : Rarely).Ticks, RestAfterLook * lookTime.Ticks));

    /// <summary>Waits for the next change.</summary>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<FileChanges> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var rang = await alarm.WaitAsync(Pause, cancellationToken).ConfigureAwait(false);
            var noticed = rang ?? Stopwatch.GetTimestamp();
            var now = Look(seen);
            if (now.Since(seen) is not { Count: > 0 } changes)
            {
                continue;
            }

            // Nobody said that it is quiet.
            for (var isMoving = rang is null; isMoving;)
            {
                await Task.Delay(Settling, cancellationToken).ConfigureAwait(false);
                var later = Look(now);
                isMoving = later.Since(now).Count > 0 && Stopwatch.GetElapsedTime(noticed) < Rarely;
                (now, changes) = (later, later.Since(seen));
            }

            seen = now;
            if (changes.Any(c => c.Kind != FileChangeKind.Changed))
            {
                // A folder may be another one of the same name by now, of which nobody tells.
                Listen();
            }

            if (changes.Count > 0)
            {
                return new(noticed, changes);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => alarm.Dispose();

    private void Listen()
    {
        if (!polls && Deafness is null)
        {
            alarm.Listen(places.Folders());
        }
    }

    private FileLook Look(FileLook before)
    {
        var began = Stopwatch.GetTimestamp();
        var look = FileLook.At(places, before);
        lookTime = Stopwatch.GetElapsedTime(began);

        return look;
    }
}
