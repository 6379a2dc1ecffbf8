using ScriptHost.Containment;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>
/// A worker, from its parent's side. It is asked one thing at a time by one thread; another one watches it and kills its process over a call
/// that takes too long.
/// </summary>
/// <param name="process">The process that it is in.</param>
/// <param name="frames">How it is talked with.</param>
/// <param name="slot">What it is doing.</param>
internal sealed class Worker(WorkerProcess process, FrameStream frames, StatusSlot slot) : IDisposable
{
    private long killedOver;

    /// <summary>Waits until it can be asked.</summary>
    /// <returns>What holds it.</returns>
    /// <exception cref="IOException">It ended before.</exception>
    /// <exception cref="InvalidDataException">It says what no worker says.</exception>
    public ContainmentReport WaitUntilReady() => process.WaitUntilReady();

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

    /// <summary>Kills its process when its call is past the deadline. Called by the thread that watches.</summary>
    /// <param name="now">A timestamp.</param>
    /// <param name="limit">The longest that a call may take, in timestamp ticks, with what it has to notice its cancellation.</param>
    public void Watch(long now, long limit)
    {
        var (since, _, _) = slot.Look();
        if (since > 0 && now - since > limit)
        {
            Volatile.Write(ref killedOver, since);
            process.Kill();
        }
    }

    /// <summary>Ends its process at once.</summary>
    public void Kill() => process.Kill();

    /// <summary>What it was doing when its process ended, and why that ended. What is not gone yet ends now.</summary>
    /// <param name="isAtWork">It goes on, but cannot be used: it writes nonsense.</param>
    public WorkerEnd End(bool isAtWork)
    {
        var (code, cause, words) = process.End(isAtWork);
        var (since, unit, scorer) = slot.Look();
        var isKilledOver = since > 0 && since == Volatile.Read(ref killedOver) && code != ErrorCode.StackOverflow && !process.IsShared;

        return isKilledOver
            ? new(unit, scorer, ErrorCode.Timeout, WorkerEndCause.Parent, words)
            : new(unit, since > 0 ? scorer : -1, code, cause, words);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        frames.Dispose();
        process.Dispose();
    }
}
