using System.Diagnostics;

namespace ScriptHost.Runs;

/// <summary>
/// Fires the cancellation token of calls that pass their deadline. A thread cannot be killed: of a call that does not end within as
/// much time again (at least a second) it says that it hangs, and the run has to end.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private readonly IReadOnlyList<CallSlot> slots;
    private readonly TimeSpan limit;
    private readonly TaskCompletionSource<RunningCall> hung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer timer;

    /// <summary>Starts to watch.</summary>
    /// <param name="slots">What the scoring threads are doing.</param>
    /// <param name="limit">The longest that one call may take, in wall-clock time.</param>
    public Watchdog(IReadOnlyList<CallSlot> slots, TimeSpan limit)
    {
        this.slots = slots;
        this.limit = limit;
        var period = TimeSpan.FromMilliseconds(Math.Clamp(limit.TotalMilliseconds / 10, 5, 100));
        timer = new(_ => Look(), state: null, period, period);
    }

    /// <summary>Ends when a call hangs.</summary>
    public Task<RunningCall> Hung => hung.Task;

    /// <summary>A timestamp for <see cref="CallSlot.Begin"/>.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var ticks = (long)(limit.TotalSeconds * Stopwatch.Frequency);
        foreach (var slot in slots)
        {
            if (slot.IsHung(Now, ticks, Math.Max(ticks, Stopwatch.Frequency)))
            {
                hung.TrySetResult(slot.Call);
            }
        }
    }
}
