using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>How what comes of a shard goes between processes and into the journal.</summary>
/// <param name="outcomes">How outcomes go.</param>
internal sealed class ShardFormat(OutcomeFormat outcomes)
{
    /// <summary>Writes a trace up to its outcomes, which follow as <see cref="OutcomeFormat"/> has them.</summary>
    public static void Write(WireWriter writer, in TraceHead trace)
    {
        var key = TraceKey.Of(trace.Id);
        writer.Write(trace.Id);
        writer.Write((long)key.High);
        writer.Write((long)key.Low);
        writer.Write((long)trace.Content);
        writer.WriteOptional(trace.SessionId);
        writer.Write(trace.RequestTime);
        writer.Write(trace.IsSelected);
        writer.Write(trace.Place.Offset);
        writer.Write(trace.Place.Length);
        writer.Write(trace.At.Piece);
        writer.Write(trace.At.Line);
        writer.Write(trace.Json.Span);
    }

    /// <summary>Checks all of a trace that comes from elsewhere.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public void Check(ReadOnlySpan<byte> trace, Shard shard)
    {
        foreach (ref readonly var outcome in Trace(trace, shard).Outcomes)
        {
            // What cannot be read has thrown.
            _ = outcome.Kind;
        }
    }

    /// <summary>Reads a trace.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public TraceView Trace(ReadOnlySpan<byte> trace, Shard shard) => new(trace, shard, outcomes.Scorers.Count);

    /// <summary>Reads traces.</summary>
    /// <param name="traces">Each with its length before it.</param>
    /// <param name="shard">The shard that they are of.</param>
    public TraceCursor Traces(ReadOnlySpan<byte> traces, Shard shard) => new(traces, shard, outcomes.Scorers.Count);

    /// <summary>The traces of a shard of another run, each with its length before it.</summary>
    /// <param name="reader">Has what <see cref="ShardResult.Write"/> wrote.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ReadOnlyMemory<byte> ReadTraces(WireReader reader)
    {
        reader.ReadInt32();
        ShardTally.Read(reader, shard: null);

        return reader.ReadBytes();
    }

    /// <summary>Writes a fault.</summary>
    public static void Write(WireWriter writer, ShardFault fault)
    {
        writer.Write(fault.Piece);
        writer.Write(fault.Line);
        writer.Write(fault.Offset);
        writer.Write(fault.Sentence);
    }

    /// <summary>Reads a fault.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static ShardFault ReadFault(WireReader reader, Shard? shard) =>
        new(reader.ReadIndex(shard?.Pieces.Count ?? int.MaxValue), reader.ReadInt64(), reader.ReadInt64(), reader.ReadString());

    /// <summary>Writes what a piece held.</summary>
    public static void Write(WireWriter writer, PieceCount piece)
    {
        writer.Write(piece.Lines);
        writer.Write(piece.Documents);
    }

    /// <summary>Reads what a piece held.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static PieceCount ReadPiece(WireReader reader) => new(reader.ReadInt64(), reader.ReadInt64());
}
