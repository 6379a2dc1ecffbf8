using System.Diagnostics;
using System.Text;
using ScriptHost.Containment;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>
/// A worker process, from its parent's side. It is asked one thing at a time by one thread; another one watches it and kills it over a call
/// that takes too long.
/// </summary>
internal sealed class Worker : IDisposable
{
    private const int MaxLastWords = 4096;

    // What Process says of signals 9 and 15.
    private const int Killed = 137;

    private const int Terminated = 143;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Burial = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly FrameStream frames;
    private readonly StatusPage page;
    private readonly StringBuilder lastWords = new();
    private readonly ManualResetEventSlim isSilent = new();
    private long killedOver;
    private volatile bool hasOverflown;

    private Worker(Process process, StatusPage page)
    {
        this.process = process;
        this.page = page;
        frames = new(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a process; it needs to be told of scorers before anything else.</summary>
    /// <param name="memory">The most bytes that its heap may have.</param>
    /// <param name="rights">What it may do.</param>
    /// <param name="readable">The files and folders of traces.</param>
    public static Worker Start(long memory, WorkerRights rights, IReadOnlyList<string> readable)
    {
        var page = StatusPage.Create();
        var start = ProgramStart.With(WorkerService.Verb, page.Path);
        new ContainmentPlan
        {
            MemoryBytes = memory,
            Readable = rights.Folder.Length == 0 ? readable : [.. readable, rights.Folder],
            SharedFile = page.Path,
            Network = rights.Network,
        }.ApplyTo(start);
        if (rights.IsFree)
        {
            ContainmentPlan.Lift(start);
        }

        return new(Process.Start(start) ?? throw new InvalidOperationException("A worker's process did not start."), page);
    }

    /// <summary>Waits until it can be asked.</summary>
    /// <returns>What holds it.</returns>
    /// <exception cref="IOException">It ended before.</exception>
    /// <exception cref="InvalidDataException">It says what no worker says.</exception>
    public ContainmentReport WaitUntilReady()
    {
        var (verb, content) = Read();
        page.Hide();
        try
        {
            return verb == WorkerVerb.Ready ? ContainmentReport.Parse(new WireReader(content).ReadString()) : throw WireReader.Broken();
        }
        catch (FormatException)
        {
            throw WireReader.Broken();
        }
    }

    /// <summary>Asks for something; the answer comes by <see cref="Read"/>.</summary>
    /// <exception cref="IOException">The worker is gone.</exception>
    public void Send(WorkerVerb verb, WireWriter content)
    {
        frames.Write(verb, content.Written);
        frames.Flush();
    }

    /// <summary>The next frame; its content is valid until the one after it.</summary>
    /// <exception cref="InputException">The worker says that the input cannot be used.</exception>
    /// <exception cref="InvalidOperationException">The worker broke down through a fault of ours.</exception>
    /// <exception cref="InvalidDataException">The worker writes what no worker writes.</exception>
    /// <exception cref="IOException">The worker is gone.</exception>
    public (WorkerVerb Verb, ReadOnlyMemory<byte> Content) Read()
    {
        var (verb, content) = frames.Read() ?? throw new EndOfStreamException();
        return verb switch
        {
            WorkerVerb.BadInput => throw new InputException(new WireReader(content).ReadString()),
            WorkerVerb.Breakdown => throw new InvalidOperationException($"A worker broke down: {new WireReader(content).ReadString()}"),
            _ => (verb, content),
        };
    }

    /// <summary>Kills it when its call is past the deadline. Called by the thread that watches.</summary>
    /// <param name="now">A timestamp.</param>
    /// <param name="limit">The longest that a call may take, in timestamp ticks, with what it has to notice its cancellation.</param>
    public void Watch(long now, long limit)
    {
        var (since, _, _) = page.Look();
        if (since > 0 && now - since > limit)
        {
            Volatile.Write(ref killedOver, since);
            Kill();
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
            return;
        }
    }

    /// <summary>What it was doing when it ended, and why it ended. What is not gone yet ends now.</summary>
    /// <param name="isAtWork">It goes on, but cannot be used: it writes nonsense.</param>
    public WorkerEnd End(bool isAtWork)
    {
        // What closed the pipe is about to end.
        var hasCrashed = !isAtWork && process.WaitForExit(Patience);
        Kill();
        process.WaitForExit(Burial);
        isSilent.Wait(Burial);
        var (since, unit, scorer) = page.Look();
        if (hasOverflown)
        {
            return new(unit, since > 0 ? scorer : -1, ErrorCode.StackOverflow, WorkerEndCause.Itself, LastWords());
        }

        if (since > 0 && since == Volatile.Read(ref killedOver))
        {
            return new(unit, scorer, ErrorCode.Timeout, WorkerEndCause.Parent, LastWords());
        }

        var isKilled = hasCrashed && process.ExitCode is Killed or Terminated;

        return new(
            unit,
            since > 0 ? scorer : -1,
            isKilled ? ErrorCode.OutOfMemory : CrashCode(),
            isKilled ? WorkerEndCause.SomebodyElse : WorkerEndCause.Itself,
            LastWords());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        frames.Dispose();
        process.Dispose();
        page.Dispose();
    }

    private string LastWords()
    {
        lock (lastWords)
        {
            return lastWords.ToString();
        }
    }

    private string CrashCode()
    {
        var words = LastWords();

        return words.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || words.Contains("OutOfMemory", StringComparison.Ordinal)
            ? ErrorCode.OutOfMemory
            : ErrorCode.Crashed;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            isSilent.Set();

            return;
        }

        // What follows are thousands of frames, which may take longer than the call's deadline: it must not depend on that what it was.
        if (line.StartsWith("Stack overflow.", StringComparison.Ordinal))
        {
            hasOverflown = true;
            Kill();
        }

        lock (lastWords)
        {
            if (lastWords.Length < MaxLastWords)
            {
                lastWords.AppendLine(line);
            }
        }
    }
}
