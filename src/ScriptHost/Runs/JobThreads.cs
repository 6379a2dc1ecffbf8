using System.Collections.Concurrent;
using System.Globalization;

namespace ScriptHost.Runs;

/// <summary>
/// Threads that do jobs, each with something of its own to do them with. One is started when there is work and no thread is free; a further one only
/// once work has waited, where what a thread works with takes longer to make than a little work takes. What it does first may take long for what it makes
/// ready on the way, which says nothing of the work that waits.
/// </summary>
/// <param name="count">How many threads at most.</param>
/// <param name="patience">How long work waits before a further thread is started; up to three times as long while no job has been done.</param>
/// <param name="make">Makes what a thread works with, on the thread, before its first job; disposed with the thread.</param>
/// <typeparam name="T">What a thread works with.</typeparam>
internal sealed class JobThreads<T>(int count, TimeSpan patience, Func<int, T> make) : IDisposable
    where T : IDisposable
{
    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    // How often it is looked, while work waits its time, whether a first job is done.
    private const int Ticks = 5;

    private readonly BlockingCollection<Action<Lazy<T>>> work = [];
    private readonly Lock gate = new();
    private int started;
    private int free;
    private bool isWaiting;
    private volatile bool hasDone;

    /// <summary>Has some thread do something.</summary>
    /// <returns>Ends when it is done, or with what it threw.</returns>
    public Task Run(Action<T> action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(own =>
        {
            try
            {
                action(own.Value);
                done.SetResult();
            }
            catch (Exception e)
            {
                // Whoever waits gets it: scripts' faults are data by now, so this is a fault of ours.
                done.SetException(e);
            }
        });
        Attend();

        return done.Task;
    }

    /// <summary>Lets the threads end; does not wait for one that hangs.</summary>
    public void Dispose() => work.CompleteAdding();

    // Sees to it that there are threads for the work.
    private void Attend()
    {
        lock (gate)
        {
            if (started == 0)
            {
                Start();
            }
            else if (work.Count > free && started < count && !isWaiting)
            {
                isWaiting = true;
                _ = RelieveAsync();
            }
        }
    }

    private async Task RelieveAsync()
    {
        await Task.Delay(patience).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (var tick = 0; !hasDone && tick < 2 * Ticks; tick++)
        {
            await Task.Delay(patience / Ticks).ConfigureAwait(false);
        }

        lock (gate)
        {
            isWaiting = false;
            if (work.Count > free && started < count && !work.IsAddingCompleted)
            {
                Start();
            }
        }

        if (work.Count > 0)
        {
            Attend();
        }
    }

    private void Start()
    {
        var number = started++;
        var thread = new Thread(() => Work(number), StackSize) { IsBackground = true, Name = $"scoring {started}" };
        thread.Start();
    }

    private void Work(int number)
    {
        // Scripts run in the invariant culture; a thread that is in it anyway need not be put there for each call.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var own = new Lazy<T>(() => make(number));
        Free(1);
        foreach (var action in work.GetConsumingEnumerable())
        {
            Free(-1);
            action(own);
            hasDone = true;
            Free(1);
        }

        if (own.IsValueCreated)
        {
            own.Value.Dispose();
        }
    }

    private void Free(int change)
    {
        lock (gate)
        {
            free += change;
        }
    }
}
