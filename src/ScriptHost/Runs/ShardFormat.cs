using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>How what comes of a shard goes between processes and into the journal.</summary>
/// <param name="outcomes">How outcomes go.</param>
internal sealed class ShardFormat(OutcomeFormat outcomes)
{
    /// <summary>Writes a trace.</summary>
    public void Write(WireWriter writer, TraceResult trace)
    {
        writer.Write(trace.Id);
        writer.Write((long)trace.Content);
        writer.WriteOptional(trace.SessionId);
        writer.Write(trace.RequestTime);
        writer.Write(trace.IsSelected);
        writer.Write(trace.Place.Offset);
        writer.Write(trace.Place.Length);
        writer.Write(trace.At.Piece);
        writer.Write(trace.At.Line);
        writer.Write(trace.Json.Span);
        outcomes.Write(writer, trace.Outcomes);
    }

    /// <summary>Reads a trace.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public TraceResult Read(WireReader reader, Shard shard)
    {
        var id = reader.ReadString();
        var content = (ulong)reader.ReadInt64();
        var session = reader.ReadOptional();
        var time = reader.ReadInt64();
        var isSelected = reader.ReadBoolean();
        var (offset, length) = (reader.ReadInt64(), reader.ReadInt32());
        var (piece, line) = (reader.ReadIndex(shard.Pieces.Count), reader.ReadInt64());

        return new()
        {
            Id = id,
            Content = content,
            SessionId = session,
            RequestTime = time,
            IsSelected = isSelected,
            Place = new(shard.Pieces[piece].Number, offset, length),
            At = (piece, line),
            Json = reader.ReadBytes().ToArray(),
            Outcomes = outcomes.Read(reader, id, sessionId: null, session),
        };
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
    public static ShardFault ReadFault(WireReader reader, Shard shard) =>
        new(reader.ReadIndex(shard.Pieces.Count), reader.ReadInt64(), reader.ReadInt64(), reader.ReadString());

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
