using System.Diagnostics;
using ScriptHost.Containment;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>A worker process, from its parent's side: one worker, or several, each of another of the parent's threads.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // What Process says of signals 9 and 15.
    private const int Killed = 137;

    private const int Terminated = 143;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Burial = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly FramePipe pipe;
    private readonly StatusPage page;
    private readonly FrameStream first;
    private readonly LastWords words;
    private readonly Lock gate = new();
    private readonly int lanes;
    private ContainmentReport? containment;
    private Exception? fault;
    private (bool HasCrashed, int ExitCode)? end;
    private int hired;
    private int holders = 1;

    private WorkerProcess(Process process, StatusPage page, int lanes)
    {
        this.process = process;
        this.page = page;
        this.lanes = lanes;
        pipe = new(process.StandardOutput.BaseStream, process.StandardInput.BaseStream, lanes);
        first = new(pipe, 0);
        words = new(Kill);
        process.ErrorDataReceived += (_, line) => words.Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Whether several workers are in it: how it ends says nothing of any one of them then.</summary>
    public bool IsShared => lanes > 1;

    /// <summary>Starts a process.</summary>
    /// <param name="memory">The most bytes that its heap may have.</param>
    /// <param name="rights">What it may do.</param>
    /// <param name="readable">The files and folders of traces.</param>
    /// <param name="lanes">How many workers it is.</param>
    public static WorkerProcess Start(long memory, WorkerRights rights, IReadOnlyList<string> readable, int lanes)
    {
        var page = StatusPage.Create();
        try
        {
            return new(Started(memory, rights, readable, lanes, page.Path), page, lanes);
        }
        catch
        {
            page.Dispose();

            throw;
        }
    }

    private static Process Started(long memory, WorkerRights rights, IReadOnlyList<string> readable, int lanes, string page)
    {
        var start = ProgramStart.With(WorkerService.Verb, page, WorkerService.Number(lanes));
        new ContainmentPlan
        {
            MemoryBytes = memory,
            Readable = rights.Folder.Length == 0 ? readable : [.. readable, rights.Folder],
            SharedFile = page,
            Network = rights.Network,
        }.ApplyTo(start);
        if (rights.IsFree)
        {
            ContainmentPlan.Lift(start);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("A worker's process did not start.");
    }

    /// <summary>One more of its workers, which needs to be told of scorers before anything else; null when none is left, or the process has ended.</summary>
    public Worker? Hire()
    {
        lock (gate)
        {
            if (hired == lanes || end is not null)
            {
                return null;
            }

            Interlocked.Increment(ref holders);
            var lane = hired++;

            return new(this, lane == 0 ? first : new(pipe, lane), page.Slot(lane));
        }
    }

    /// <summary>Waits until it can be asked.</summary>
    /// <returns>What holds it.</returns>
    /// <exception cref="IOException">It ended before.</exception>
    /// <exception cref="InvalidDataException">It says what no worker says.</exception>
    public ContainmentReport WaitUntilReady()
    {
        lock (gate)
        {
            if (containment is null && fault is null)
            {
                try
                {
                    containment = Greeting();
                }
                catch (Exception gone) when (gone is IOException or InvalidDataException)
                {
                    fault = gone;
                }

                page.Hide();
            }

            return containment ?? throw (fault is InvalidDataException ? WireReader.Broken() : new EndOfStreamException());
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It is gone already.
        }
    }

    /// <summary>Why it ended, by all that is known but over whose call. What is not gone yet ends now.</summary>
    /// <param name="isAtWork">It goes on, but cannot be used: it writes nonsense.</param>
    public (string Code, WorkerEndCause Cause, string LastWords) End(bool isAtWork)
    {
        lock (gate)
        {
            if (end is null)
            {
                // What closed the pipe is about to end.
                var hasCrashed = !isAtWork && process.WaitForExit(Patience);
                Kill();
                process.WaitForExit(Burial);
                words.Wait(Burial);
                end = (hasCrashed, hasCrashed ? process.ExitCode : 0);
            }
        }

        var isKilled = !words.HasOverflown && end is (true, Killed or Terminated);
        var cause = IsShared ? WorkerEndCause.Anybody : isKilled ? WorkerEndCause.SomebodyElse : WorkerEndCause.Itself;
        var code = words.HasOverflown ? ErrorCode.StackOverflow : isKilled || words.IsOutOfMemory ? ErrorCode.OutOfMemory : ErrorCode.Crashed;

        return (code, cause, words.ToString());
    }

    /// <summary>Who started it, or one of its workers, has no more use for it: it ends with the last.</summary>
    public void Dispose()
    {
        // Without the lock, which is held while somebody waits until it is ready.
        if (Interlocked.Decrement(ref holders) > 0)
        {
            return;
        }

        Kill();
        first.Dispose();
        pipe.Dispose();
        process.Dispose();
        page.Dispose();
    }

    private ContainmentReport Greeting()
    {
        var (verb, content) = first.Read() ?? throw new EndOfStreamException();
        try
        {
            return verb == WorkerVerb.Ready ? ContainmentReport.Parse(new WireReader(content).ReadString()) : throw WireReader.Broken();
        }
        catch (FormatException)
        {
            throw WireReader.Broken();
        }
    }
}
