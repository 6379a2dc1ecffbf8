using System.Diagnostics;
using ScriptHost.Containment;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>
/// Where workers come from, and where they are watched: one whose call is past its deadline is killed. Workers of gated scripts share one process, which starts
/// and warms up once, until it ends for whatever reason; those after it have a process each, so that it shows whose fault an end is.
/// </summary>
internal sealed class Hiring : IDisposable
{
    private readonly List<Worker> watched = [];
    private readonly RunOptions options;
    private readonly IReadOnlyList<string> readable;
    private readonly StandardInputCopy? copy;
    private readonly Timer timer;
    private readonly WorkerProcess first;
    private Worker? spare;
    private Worker? prepared;
    private volatile bool isRaided;

    /// <summary>Starts the first worker, which gets ready while scripts are compiled.</summary>
    /// <param name="options">The traces that workers read, and their limits.</param>
    public Hiring(RunOptions options)
    {
        this.options = options;
        copy = options.Traces.Contains(InputFile.StandardInput.Path) ? new() : null;
        readable = [.. InputRoots.Of(options.Traces), .. copy is null ? [] : (string[])[copy.Path]];
        first = Started(WorkerRights.Gated, options.Isolation == Isolation.Scorer ? 1 : Math.Min(options.Jobs, StatusPage.Lanes));
        var period = TimeSpan.FromMilliseconds(Math.Clamp(options.Timeout.TotalMilliseconds / 10, 5, 100));
        timer = new(_ => Watch(), state: null, period, period);
    }

    /// <summary>What holds workers that run gated scripts, or trusted ones where there are no others; null before the first one answered.</summary>
    public ContainmentReport? Containment { get; private set; }

    /// <summary>Whether a further worker takes long to start.</summary>
    public bool IsSlow => !first.IsShared;

    /// <summary>Whether workers can unload scripts.</summary>
    public bool Unloads => options.Unloads;

    // What a call has to notice its cancellation.
    private TimeSpan Grace => TimeSpan.FromMilliseconds(Math.Clamp(options.Timeout.TotalMilliseconds, 250, 1000));

    /// <summary>Waits until a first worker is ready, unless there was one; it is the next that <see cref="Start"/> gives.</summary>
    public void Prepare()
    {
        var suspicion = new Suspicion();
        while (Containment is null)
        {
            try
            {
                prepared = Start(WorkerRights.Gated);
            }
            catch (WorkerStartException gone)
            {
                suspicion.Take(gone.End);
                if (gone.End.Cause == WorkerEndCause.SomebodyElse)
                {
                    StandBy();
                }
            }
        }
    }

    /// <summary>Finds or starts a worker, and waits until it is ready.</summary>
    /// <exception cref="WorkerStartException">It ended before it was.</exception>
    public Worker Start(WorkerRights rights)
    {
        if (rights == WorkerRights.Gated && Interlocked.Exchange(ref prepared, null) is { } waiting)
        {
            return waiting;
        }

        var worker = Watched((rights == WorkerRights.Gated ? first.Hire() ?? Interlocked.Exchange(ref spare, null) : null) ?? Alone(rights));
        try
        {
            if (isRaided && rights == WorkerRights.Gated)
            {
                KeepSpare();
            }

            var report = worker.WaitUntilReady();
            // Of trusted code, where there is no other.
            Containment = rights == WorkerRights.Gated ? report : Containment ?? report;

            if (options.RequiresContainment && !report.IsFull)
            {
                throw new InputException($"--require-containment is given, and not every layer holds. {report.Summary}.");
            }

            return worker;
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException)
        {
            var end = worker.End(isAtWork: gone is InvalidDataException);
            LetGo(worker);

            throw new WorkerStartException(end with { Unit = -1, Scorer = -1 }, gone);
        }
        catch
        {
            LetGo(worker);

            throw;
        }
    }

    /// <summary>
    /// Somebody kills workers: from now on one gets ready while another is at work. Where they are killed faster than one gets ready, starting one for each kill
    /// would lead to nothing.
    /// </summary>
    public void StandBy() => isRaided = true;

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
    public InputFile Input(InputFile file) => file.Length is null && copy is not null ? copy.File : file;

    /// <summary>The path of the same, of a file that was read before.</summary>
    public string PathOf(string path) => path == InputFile.StandardInput.Path && copy is not null ? copy.Path : path;

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        first.Dispose();
        if (Interlocked.Exchange(ref spare, null) is { } unused)
        {
            LetGo(unused);
        }

        if (Interlocked.Exchange(ref prepared, null) is { } waiting)
        {
            LetGo(waiting);
        }

        copy?.Dispose();
    }

    private void KeepSpare()
    {
        if (Volatile.Read(ref spare) is null && Alone(WorkerRights.Gated) is var ahead && Interlocked.CompareExchange(ref spare, ahead, null) is not null)
        {
            ahead.Dispose();
        }
    }

    private Worker Alone(WorkerRights rights)
    {
        using var process = Started(rights, lanes: 1);

        return process.Hire() ?? throw new InvalidOperationException("A process that was just started has a worker.");
    }

    private WorkerProcess Started(WorkerRights rights, int lanes) => WorkerProcess.Start(options.Memory, rights, readable, lanes);

    private Worker Watched(Worker worker)
    {
        lock (watched)
        {
            watched.Add(worker);
        }

        return worker;
    }

    private void Watch()
    {
        var limit = (long)((options.Timeout + Grace).TotalSeconds * Stopwatch.Frequency);
        lock (watched)
        {
            foreach (var worker in watched)
            {
                worker.Watch(Stopwatch.GetTimestamp(), limit);
            }
        }
    }
}
