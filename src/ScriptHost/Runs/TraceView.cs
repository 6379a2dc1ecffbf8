using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>What came of scoring one trace, where it lies: what <see cref="TraceHead"/> says, and how its pairs ended.</summary>
internal readonly ref struct TraceView
{
    private readonly ReadOnlySpan<byte> outcomes;
    private readonly ReadOnlySpan<byte> head;
    private readonly int scorers;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">What <see cref="ShardFormat"/> wrote.</param>
    /// <param name="shard">The shard that it is of; null for one of another run, whose files are not known.</param>
    /// <param name="scorers">How many scorers take part.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public TraceView(ReadOnlySpan<byte> bytes, Shard? shard, int scorers)
    {
        var wire = new WireSpan(bytes);
        var id = wire.ReadText();
        var key = new TraceKey((ulong)wire.ReadInt64(), (ulong)wire.ReadInt64());
        Content = (ulong)wire.ReadInt64();
        var session = wire.ReadOptional();
        Unit = new() { TraceId = id, Key = key, InSession = session };
        RequestTime = wire.ReadInt64();
        IsSelected = wire.ReadBoolean();
        var (offset, length) = (wire.ReadInt64(), wire.ReadInt32());
        At = (wire.ReadIndex(shard?.Pieces.Count ?? int.MaxValue), wire.ReadInt64());
        Place = new(shard?.Pieces[At.Piece].Number ?? 0, offset, length);
        head = bytes[..^wire.Rest.Length];
        Json = wire.ReadBytes();
        outcomes = wire.Rest;
        this.scorers = scorers;
        Size = bytes.Length;
    }

    /// <summary>How many bytes it is written in.</summary>
    public int Size { get; }

    /// <summary>The trace as a unit; <see cref="UnitView.InSession"/> is missing also for a trace that a scorer made.</summary>
    public UnitView Unit { get; }

    /// <summary>Tells two documents apart; see <see cref="ContentHash"/>.</summary>
    public ulong Content { get; }

    /// <summary>When the request came, in ticks of UTC.</summary>
    public long RequestTime { get; }

    /// <summary>Whether <c>--where</c> and <c>--trace-id</c> take it.</summary>
    public bool IsSelected { get; }

    /// <summary>Where it stands.</summary>
    public TracePlace Place { get; }

    /// <summary>The piece and line of it, to name it by.</summary>
    public (int Piece, long Line) At { get; }

    /// <summary>Its document, when session scorers need it and its file cannot be read again; else empty.</summary>
    public ReadOnlySpan<byte> Json { get; }

    /// <summary>How its pairs ended, in the order of the scorers.</summary>
    public OutcomeCursor Outcomes => new(outcomes, Unit, scorers);

    /// <summary>Writes the same trace at another place, with other outcomes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="offset">The document's first byte in its file.</param>
    /// <param name="at">The piece and line of it.</param>
    /// <param name="json">The document, if it is needed.</param>
    /// <param name="others">The outcomes.</param>
    public void Write(WireWriter writer, long offset, (int Piece, long Line) at, ReadOnlySpan<byte> json, OutcomeJoin others)
    {
        writer.Write(Unit.TraceId);
        writer.Write((long)Unit.Key.High);
        writer.Write((long)Unit.Key.Low);
        writer.Write((long)Content);
        writer.WriteOptional(Unit.InSession.ToString());
        writer.Write(RequestTime);
        writer.Write(IsSelected);
        writer.Write(offset);
        writer.Write(Place.Length);
        writer.Write(at.Piece);
        writer.Write(at.Line);
        writer.Write(json);
        others.Write(writer);
    }

    /// <summary>Writes the same with other outcomes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="json">The document, if it is needed.</param>
    /// <param name="others">The outcomes.</param>
    public void Write(WireWriter writer, ReadOnlySpan<byte> json, OutcomeJoin others)
    {
        writer.WriteRaw(head);
        writer.Write(json);
        others.Write(writer);
    }
}
