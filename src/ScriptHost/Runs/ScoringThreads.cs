using System.Collections.Concurrent;
using System.Globalization;
using ScriptHost.Plugins;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Threads that score, each with scripts of its own. One is started when there is work and no thread is free.</summary>
/// <param name="images">The code of the scorers.</param>
/// <param name="options">How many threads, and their limits.</param>
internal sealed class ScoringThreads(IReadOnlyList<ScorerImage> images, RunOptions options) : IDisposable
{
    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    private readonly BlockingCollection<Action<Lazy<ShardScoring>>> work = [];
    private readonly CallSlot[] slots = [.. Enumerable.Range(0, options.Jobs).Select(_ => new CallSlot())];
    private readonly TraceSelection selection = new(options.Where, options.TraceIds);
    private int started;
    private int free;

    /// <summary>What each thread is doing.</summary>
    public IReadOnlyList<CallSlot> Slots => slots;

    /// <summary>Has some thread do something.</summary>
    /// <returns>Ends when it is done, or with what it threw.</returns>
    public Task Run(Action<ShardScoring> action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.Decrement(ref free) < 0 && started < slots.Length)
        {
            Start(slots[started++]);
            Interlocked.Increment(ref free);
        }

        work.Add(scoring =>
        {
            try
            {
                action(scoring.Value);
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

    private void Start(CallSlot slot)
    {
        var thread = new Thread(() => Work(slot), StackSize) { IsBackground = true, Name = $"scoring {started}" };
        thread.Start();
    }

    private void Work(CallSlot slot)
    {
        // Scripts run in the invariant culture; a thread that is in it anyway need not be put there for each call.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var scorers = new Lazy<ScorerSet>(() => ScorerSet.Load(images, options));
        var scoring = new Lazy<ShardScoring>(() => new(scorers.Value, selection, new ScorerRunner(options.Timeout), slot));
        foreach (var action in work.GetConsumingEnumerable())
        {
            action(scoring);
            Interlocked.Increment(ref free);
        }

        if (scorers.IsValueCreated)
        {
            scorers.Value.Dispose();
        }
    }
}
