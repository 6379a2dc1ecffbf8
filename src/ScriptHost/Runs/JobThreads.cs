using System.Collections.Concurrent;
using System.Globalization;

namespace ScriptHost.Runs;

/// <summary>Threads that do jobs, each with something of its own to do them with. One is started when there is work and no thread is free.</summary>
/// <param name="count">How many threads at most.</param>
/// <param name="make">Makes what a thread works with, on the thread, before its first job; disposed with the thread.</param>
/// <typeparam name="T">What a thread works with.</typeparam>
internal sealed class JobThreads<T>(int count, Func<int, T> make) : IDisposable
    where T : IDisposable
{
    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    private readonly BlockingCollection<Action<Lazy<T>>> work = [];
    private readonly List<Thread> threads = [];
    private int free;

    /// <summary>Has some thread do something; called by one thread at a time.</summary>
    /// <returns>Ends when it is done, or with what it threw.</returns>
    public Task Run(Action<T> action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.Decrement(ref free) < 0 && threads.Count < count)
        {
            Start(threads.Count);
            Interlocked.Increment(ref free);
        }

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

        return done.Task;
    }

    /// <summary>Lets the threads end; does not wait for one that hangs.</summary>
    public void Dispose() => work.CompleteAdding();

    private void Start(int number)
    {
        var thread = new Thread(() => Work(number), StackSize) { IsBackground = true, Name = $"scoring {number + 1}" };
        threads.Add(thread);
        thread.Start();
    }

    private void Work(int number)
    {
        // Scripts run in the invariant culture; a thread that is in it anyway need not be put there for each call.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var own = new Lazy<T>(() => make(number));
        foreach (var action in work.GetConsumingEnumerable())
        {
            action(own);
            Interlocked.Increment(ref free);
        }

        if (own.IsValueCreated)
        {
            own.Value.Dispose();
        }
    }
}
