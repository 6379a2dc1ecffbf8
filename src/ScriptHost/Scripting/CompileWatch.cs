using System.Diagnostics;

namespace ScriptHost.Scripting;

/// <summary>
/// Kills the compiler's process over a script that takes too long. On a busy machine an honest script may wait for the processor as long
/// as the deadline is: it gets more time while the process did not use at least half of it, up to six times as much.
/// </summary>
internal sealed class CompileWatch : IDisposable
{
    private const int MostTimes = 6;

    private readonly Process process;
    private readonly TimeSpan deadline;
    private readonly TimeSpan usedBefore;
    private readonly Timer timer;
    private volatile bool hasKilled;
    private int times;

    /// <summary>Starts to watch.</summary>
    /// <param name="process">The compiler's.</param>
    /// <param name="deadline">The longest that the script may take, in wall-clock time on a machine that is not busy.</param>
    public CompileWatch(Process process, TimeSpan deadline)
    {
        this.process = process;
        this.deadline = deadline;
        usedBefore = Used();
        timer = new(_ => Look(), state: null, deadline, deadline);
    }

    /// <summary>Whether it killed the process.</summary>
    public bool HasKilled => hasKilled;

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (++times < MostTimes && Used() - usedBefore < deadline / 2)
        {
            return;
        }

        hasKilled = true;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It is gone already, or let go of.
            return;
        }
    }

    private TimeSpan Used()
    {
        try
        {
            process.Refresh();

            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It ended: there is nothing left to wait for.
            return TimeSpan.MaxValue / 2;
        }
    }
}
