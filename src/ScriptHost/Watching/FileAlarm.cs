using System.Diagnostics;

namespace ScriptHost.Watching;

/// <summary>
/// Rings when something happens in folders. It may ring for nothing, and the system may lose what happened: whoever is called has to look himself, and now
/// and then without being called.
/// </summary>
internal sealed class FileAlarm : IDisposable
{
    // Editors write drafts, rename them, or empty a file and then fill it.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    // A file may be written without an end.
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim rings = new(0);
    private List<FileSystemWatcher> watchers = [];
    private long first;

    /// <summary>Why it does not hear any more, one sentence; null while it does.</summary>
    public string? Deafness { get; private set; }

    /// <summary>Listens to folders, in place of those it listened to. What happens meanwhile is heard.</summary>
    public void Listen(IEnumerable<(string Folder, bool IsDeep)> folders)
    {
        var before = watchers;
        watchers = [];
        foreach (var (folder, isDeep) in folders)
        {
            Listen(folder, isDeep);
        }

        before.ForEach(w => w.Dispose());
    }

    /// <summary>Waits until something happened and it is quiet again, or for some time.</summary>
    /// <returns>When the first of it happened, a timestamp; null when nothing did.</returns>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<long?> WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        if (!await rings.WaitAsync(most, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < MostPatience && await rings.WaitAsync(Quiet, cancellationToken).ConfigureAwait(false))
        {
        }

        return Interlocked.Exchange(ref first, 0) is > 0 and var rang ? rang : began;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watchers.ForEach(w => w.Dispose());
        watchers = [];
    }

    private void Listen(string folder, bool isDeep)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = isDeep,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watchers.Add(watcher);
            watcher.Changed += (_, _) => Ring();
            watcher.Created += (_, _) => Ring();
            watcher.Deleted += (_, _) => Ring();
            watcher.Renamed += (_, _) => Ring();
            watcher.Error += (_, e) => Fail(folder, e.GetException());
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            Fail(folder, fault);
        }
    }

    private void Ring()
    {
        Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0);
        rings.Release();
    }

    // A folder that went away is seen by looking; events that came too fast for their buffer are lost, and later ones are not.
    private void Fail(string folder, Exception fault)
    {
        if (fault is not InternalBufferOverflowException && Directory.Exists(folder))
        {
            Deafness = $"The system tells no changes of '{folder}': {fault.Message.TrimEnd('.')}.";
        }

        Ring();
    }
}
