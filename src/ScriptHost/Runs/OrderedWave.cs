namespace ScriptHost.Runs;

/// <summary>
/// Does jobs side by side and takes their results in order; never runs far ahead, so that memory stays flat. The caller's thread waits and takes: what an async
/// method needs of the runtime is compiled at each start of the program.
/// </summary>
internal static class OrderedWave
{
    /// <summary>Runs a wave; returns when it is over.</summary>
    /// <param name="jobs">The jobs, made as they are asked for.</param>
    /// <param name="start">Starts one.</param>
    /// <param name="take">Takes one that is done, in order.</param>
    /// <param name="ahead">How many may be under way at once.</param>
    /// <param name="stop">Ends the wave when it ends.</param>
    /// <param name="patience">How long to wait for jobs that are under way when the wave is stopped.</param>
    public static void Run<T>(IEnumerable<T> jobs, Func<T, Task> start, Action<T> take, int ahead, Task stop, TimeSpan patience)
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
                TakeFirst();
            }
        }

        while (underWay.Count > 0 && !stop.IsCompleted)
        {
            TakeFirst();
        }

        // Stopped: what is done of each counts, and one that hangs must not hold up the rest.
        if (underWay.Count > 0)
        {
            Task.WaitAny([Task.WhenAll(underWay.Select(u => u.Done))], patience);
        }

        foreach (var (job, _) in underWay)
        {
            take(job);
        }

        void TakeFirst()
        {
            if (Task.WaitAny(underWay.Peek().Done, stop) == 0)
            {
                var (job, done) = underWay.Dequeue();
                done.GetAwaiter().GetResult();
                take(job);
            }
        }
    }

    private sealed record Started<T>(T Job, Task Done);
}
