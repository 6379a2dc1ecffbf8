using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>How what a worker is asked to score goes to it.</summary>
internal static class OrderFormat
{
    /// <summary>Writes a shard to score.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="order">Where to begin and to end.</param>
    /// <param name="file">The file that stands for one of the shard's.</param>
    public static void Write(WireWriter writer, Shard shard, ShardOrder order, Func<InputFile, InputFile> file)
    {
        writer.Write(shard.Index);
        writer.Write(shard.Pieces, piece =>
        {
            var read = file(piece.File);
            writer.Write(piece.Argument);
            writer.Write(piece.Number);
            writer.Write(read.Path);
            writer.Write(read.Length ?? -1);
            writer.Write(piece.Offset);
            writer.Write(piece.Length ?? -1);
        });
        writer.Write(order.Pieces);
        writer.Write(order.Documents);
        writer.Write(order.Units);
        writer.Write(order.Most ?? -1);
        Write(writer, order.Strikes, order.Blamed);
        order.Reused.Write(writer);
    }

    /// <summary>Reads a shard to score.</summary>
    public static (Shard Shard, ShardOrder Order) ReadShard(WireReader reader) => (
        new(
            reader.ReadInt32(),
            reader.ReadList(() => new Piece(
                reader.ReadInt32(),
                reader.ReadInt32(),
                new(reader.ReadString(), Optional(reader.ReadInt64())),
                reader.ReadInt64(),
                Optional(reader.ReadInt64())))),
        new()
        {
            Pieces = reader.ReadInt32(),
            Documents = reader.ReadInt32(),
            Units = reader.ReadInt32(),
            Most = (int?)Optional(reader.ReadInt32()),
            Strikes = reader.ReadList(reader.ReadInt32),
            Blamed = ReadBlamed(reader),
            Reused = ReusedPairs.Read(reader),
        });

    /// <summary>Writes sessions to score.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sessions">The sessions.</param>
    /// <param name="order">Where to begin.</param>
    /// <param name="inputs">Where their traces are; documents that cannot be read again go with the request.</param>
    public static void Write(WireWriter writer, IReadOnlyList<SessionPlan> sessions, SessionOrder order, SessionInputs inputs)
    {
        var places = sessions.SelectMany(s => s.Traces).ToList();
        writer.Write([.. places.Select(p => p.File).Where(f => f != TracePlace.Kept).Distinct()], (int number) =>
        {
            writer.Write(number);
            writer.Write(inputs.Path(number));
        });
        writer.Write([.. places.Where(p => p.File == TracePlace.Kept)], (TracePlace place) =>
        {
            writer.Write(place.Offset);
            writer.Write(inputs.Kept(place));
        });
        writer.Write(sessions, session =>
        {
            writer.Write(session.Id);
            writer.Write(session.IsSelected);
            writer.Write(session.Traces, place =>
            {
                writer.Write(place.File);
                writer.Write(place.Offset);
                writer.Write(place.Length);
            });
        });
        writer.Write(order.Units);
        Write(writer, order.Strikes, order.Blamed);
        order.Reused.Write(writer);
    }

    /// <summary>Reads sessions to score.</summary>
    public static (IReadOnlyList<SessionPlan> Sessions, SessionOrder Order, SessionInputs Inputs) ReadSessions(WireReader reader)
    {
        var paths = reader.ReadList(() => (reader.ReadInt32(), reader.ReadString())).ToDictionary();
        var kept = reader.ReadList(() => (reader.ReadInt64(), reader.ReadBytes().ToArray())).ToDictionary();
        var sessions = reader.ReadList(() => new SessionPlan(
            reader.ReadString(),
            reader.ReadBoolean(),
            reader.ReadList(() => new TracePlace(reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32()))));

        return (
            sessions,
            new() { Units = reader.ReadInt32(), Strikes = reader.ReadList(reader.ReadInt32), Blamed = ReadBlamed(reader), Reused = ReusedPairs.Read(reader) },
            new(number => paths[number], place => kept[place.Offset]));
    }

    private static void Write(WireWriter writer, IReadOnlyList<int> strikes, IReadOnlyList<Blame> blamed)
    {
        writer.Write(strikes, writer.Write);
        writer.Write(blamed, blame =>
        {
            writer.Write(blame.Unit);
            writer.Write(blame.Scorer);
            writer.Write(blame.Code);
        });
    }

    private static IReadOnlyList<Blame> ReadBlamed(WireReader reader) =>
        reader.ReadList(() => new Blame(reader.ReadInt32(), reader.ReadInt32(), reader.ReadString()));

    private static long? Optional(long number) => number < 0 ? null : number;
}
