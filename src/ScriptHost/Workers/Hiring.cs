using System.Diagnostics;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>Where workers come from, and where they are watched: one whose call is past its deadline is killed.</summary>
internal sealed class Hiring : IDisposable
{
    private readonly List<Worker> watched = [];
    private readonly TimeSpan timeout;
    private readonly long memory;
    private readonly Timer timer;
    private Worker? first;
    private StandardInputCopy? copy;

    /// <summary>Starts the first worker, which gets ready while scripts are compiled.</summary>
    /// <param name="timeout">The longest that one call may take, in wall-clock time.</param>
    /// <param name="memory">The most bytes that a worker's heap may have.</param>
    public Hiring(TimeSpan timeout, long memory)
    {
        this.timeout = timeout;
        this.memory = memory;
        first = Worker.Start(memory);
        watched.Add(first);
        var period = TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds / 10, 5, 100));
        timer = new(_ => Watch(), state: null, period, period);
    }

    // What a call has to notice its cancellation.
    private TimeSpan Grace => TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds, 250, 1000));

    /// <summary>Starts a worker.</summary>
    public Worker Start()
    {
        lock (watched)
        {
            if (first is { } ready)
            {
                first = null;

                return ready;
            }
        }

        var worker = Worker.Start(memory);
        lock (watched)
        {
            watched.Add(worker);
        }

        return worker;
    }

    /// <summary>Ends a worker.</summary>
    public void LetGo(Worker worker)
    {
        lock (watched)
        {
            watched.Remove(worker);
        }

        worker.Dispose();
    }

    /// <summary>The file that a worker reads for one of the inputs: standard input is the parent's own, so it is copied.</summary>
    public InputFile Input(InputFile file)
    {
        if (file.Length is not null)
        {
            return file;
        }

        lock (watched)
        {
            return (copy ??= new()).File;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        if (first is not null)
        {
            LetGo(first);
        }

        copy?.Dispose();
    }

    private void Watch()
    {
        var limit = (long)((timeout + Grace).TotalSeconds * Stopwatch.Frequency);
        lock (watched)
        {
            foreach (var worker in watched)
            {
                worker.Watch(Stopwatch.GetTimestamp(), limit);
            }
        }
    }
}
