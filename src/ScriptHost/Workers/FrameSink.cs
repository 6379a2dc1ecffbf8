using System.Diagnostics;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>Sends what comes of a shard or batch to the parent. What is done is sent soon, so that little is lost with a worker.</summary>
/// <param name="frames">The pipe.</param>
internal sealed class FrameSink(FrameStream frames) : IShardSink
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    private readonly WireWriter writer = new();
    private long sent = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> trace) => Send(WorkerVerb.Trace, trace);

    /// <inheritdoc/>
    public void Add(ShardFault fault)
    {
        writer.Clear();
        ShardFormat.Write(writer, fault);
        Send(WorkerVerb.Fault);
    }

    /// <inheritdoc/>
    public void Add(PieceCount piece)
    {
        writer.Clear();
        ShardFormat.Write(writer, piece);
        Send(WorkerVerb.Piece);
    }

    /// <inheritdoc/>
    public void Cut(PieceCount piece)
    {
        writer.Clear();
        ShardFormat.Write(writer, piece);
        Send(WorkerVerb.Cut);
    }

    /// <summary>A session is done.</summary>
    public void Add(IReadOnlyList<Outcome> session, OutcomeFormat outcomes)
    {
        writer.Clear();
        SessionResult.Write(writer, outcomes, session);
        Send(WorkerVerb.Session);
    }

    /// <inheritdoc/>
    public void Complete()
    {
        // The end of the request says so.
    }

    private void Send(WorkerVerb verb) => Send(verb, writer.Written);

    private void Send(WorkerVerb verb, ReadOnlySpan<byte> content)
    {
        frames.Write(verb, content);
        if (Stopwatch.GetElapsedTime(sent) > Soon)
        {
            frames.Flush();
            sent = Stopwatch.GetTimestamp();
        }
    }
}
