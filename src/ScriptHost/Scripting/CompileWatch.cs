using System.Diagnostics;

namespace ScriptHost.Scripting;

/// <summary>
/// Tells when a script takes the compiler too long. On a busy machine an honest script may wait for the processor as long as the deadline is:
/// it gets more time while its share of what the process used is less than half of it, up to six times as much.
/// </summary>
internal sealed class CompileWatch : IDisposable
{
    private const int MostTimes = 6;

    private readonly CompilerUse use;
    private readonly TimeSpan deadline;
    private readonly Action overrun;
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly (TimeSpan Processor, TimeSpan Scripts) before;
    private readonly Timer timer;
    private int times;

    /// <summary>Starts to watch.</summary>
    /// <param name="use">What the script's process uses.</param>
    /// <param name="deadline">The longest that the script may take, in wall-clock time on a machine that is not busy.</param>
    /// <param name="overrun">What to do when it takes longer; may be called more than once.</param>
    public CompileWatch(CompilerUse use, TimeSpan deadline, Action overrun)
    {
        this.use = use;
        this.deadline = deadline;
        this.overrun = overrun;
        before = use.Now();
        timer = new(_ => Look(), state: null, deadline, deadline);
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (++times >= MostTimes || Share() >= deadline / 2)
        {
            overrun();
        }
    }

    // Those that run at once get the processor in equal parts.
    private TimeSpan Share()
    {
        var (processor, scripts) = use.Now();
        var had = scripts - before.Scripts;

        return had > TimeSpan.Zero ? (processor - before.Processor) * Math.Min(1, Stopwatch.GetElapsedTime(began) / had) : TimeSpan.Zero;
    }
}
