using System.Globalization;

namespace ScriptHost.Runs;

/// <summary>
/// Threads that do jobs, each with something of its own to do them with. One is started when there is work and no thread is free; a further one only
/// once work has waited, where what a thread works with takes longer to make than a little work takes.
/// </summary>
/// <param name="count">How many threads at most.</param>
/// <param name="patience">How long work waits before a further thread is started.</param>
/// <param name="make">Makes what a thread works with, on the thread, before its first job; disposed with the thread.</param>
/// <typeparam name="T">What a thread works with.</typeparam>
internal sealed class JobThreads<T>(int count, TimeSpan patience, Func<int, T> make) : IDisposable
    where T : IDisposable
{
    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    // Waited on with Monitor, which sleeps: what spins while it waits takes the time of those who score.
    private readonly object gate = new();
    private readonly Queue<Action<Lazy<T>>> work = [];
    private bool isOver;
    private int started;
    private int free;
    private bool isWaiting;

    /// <summary>Has some thread do something.</summary>
    /// <returns>Ends when it is done, or with what it threw.</returns>
    public Task Run(Action<T> action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(own =>
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

        return done.Task;
    }

    /// <summary>Lets the threads end; does not wait for one that hangs.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Add(Action<Lazy<T>> job)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            work.Enqueue(job);
            Monitor.Pulse(gate);
            Attend();
        }
    }

    // Sees to it that there are threads for the work. Called with the lock.
    private void Attend()
    {
        if (started == 0)
        {
            Start();
        }
        else if (work.Count > free && started < count && !isWaiting)
        {
            isWaiting = true;
            _ = Task.Delay(patience).ContinueWith(_ => Relieve(), TaskScheduler.Default);
        }
    }

    private void Relieve()
    {
        lock (gate)
        {
            isWaiting = false;
            if (work.Count > free && started < count && !isOver)
            {
                Start();
            }

            if (work.Count > 0)
            {
                Attend();
            }
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
        while (Next() is { } job)
        {
            job(own);
        }

        if (own.IsValueCreated)
        {
            own.Value.Dispose();
        }
    }

    // The next job; null when there will be none.
    private Action<Lazy<T>>? Next()
    {
        lock (gate)
        {
            free++;
            while (work.Count == 0 && !isOver)
            {
                Monitor.Wait(gate);
            }

            free--;

            return work.TryDequeue(out var job) ? job : null;
        }
    }
}
