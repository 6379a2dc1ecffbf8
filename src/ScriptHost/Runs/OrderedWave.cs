namespace ScriptHost.Runs;

/// <summary>Does jobs side by side and takes their results in order; never runs far ahead, so that memory stays flat.</summary>
internal static class OrderedWave
{
    /// <summary>Runs a wave.</summary>
    /// <param name="jobs">The jobs, made as they are asked for.</param>
    /// <param name="start">Starts one.</param>
    /// <param name="take">Takes one that is done, in order, one at a time.</param>
    /// <param name="ahead">How many may be under way at once.</param>
    /// <param name="stop">Ends the wave when it ends.</param>
    /// <param name="patience">How long to wait for jobs that are under way when the wave is stopped.</param>
    public static async Task RunAsync<T>(IEnumerable<T> jobs, Func<T, Task> start, Action<T> take, int ahead, Task stop, TimeSpan patience)
    {
        var underWay = new Queue<Started<T>>();
        foreach (var job in jobs)
        {
            if (stop.IsCompleted)
            {
                break;
            }

            underWay.Enqueue(new(job, start(job)));
            if (underWay.Count >= ahead)
            {
                await TakeFirstAsync().ConfigureAwait(false);
            }
        }

        while (underWay.Count > 0 && !stop.IsCompleted)
        {
            await TakeFirstAsync().ConfigureAwait(false);
        }

        // Stopped: what is done of each counts, and one that hangs must not hold up the rest.
        await Task.WhenAny(Task.WhenAll(underWay.Select(u => u.Done)), Task.Delay(patience)).ConfigureAwait(false);
        foreach (var (job, _) in underWay)
        {
            take(job);
        }

        async Task TakeFirstAsync()
        {
            if (await Task.WhenAny(underWay.Peek().Done, stop).ConfigureAwait(false) != stop)
            {
                var (job, done) = underWay.Dequeue();
                await done.ConfigureAwait(false);
                take(job);
            }
        }
    }

    private sealed record Started<T>(T Job, Task Done);
}
