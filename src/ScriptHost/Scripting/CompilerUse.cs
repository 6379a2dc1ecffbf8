using System.ComponentModel;
using System.Diagnostics;

namespace ScriptHost.Scripting;

/// <summary>What a compiler's process uses, and for how many scripts: the system counts for the process as a whole.</summary>
/// <param name="process">The process.</param>
internal sealed class CompilerUse(Process process)
{
    private readonly Lock counting = new();
    private int scripts;
    private long counted;
    private TimeSpan scriptTime;

    /// <summary>The memory that it takes of the machine, in bytes; 0 when it has ended.</summary>
    public long Memory => Read(p => p.WorkingSet64, atEnd: 0);

    /// <summary>From here on the process has so many scripts.</summary>
    public void Count(int now)
    {
        lock (counting)
        {
            (scriptTime, counted) = (ScriptTime(), Stopwatch.GetTimestamp());
            scripts = now;
        }
    }

    /// <summary>
    /// The processor time that it used so far, which has no end when the process has ended: there is nothing left to wait for. And how long
    /// it had scripts, in wall-clock time, of which two at once count double.
    /// </summary>
    public (TimeSpan Processor, TimeSpan Scripts) Now()
    {
        lock (counting)
        {
            return (Read(p => p.TotalProcessorTime, atEnd: TimeSpan.MaxValue / 2), ScriptTime());
        }
    }

    private TimeSpan ScriptTime() => scriptTime + (Stopwatch.GetElapsedTime(counted) * scripts);

    // A process's own object is for one thread at a time.
    private T Read<T>(Func<Process, T> value, T atEnd)
    {
        lock (counting)
        {
            try
            {
                process.Refresh();

                return value(process);
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // The second when it ended just now, between one look at it and the next.
                return atEnd;
            }
        }
    }
}
