using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>How what a worker is asked for goes to it.</summary>
internal static class RequestFormat
{
    /// <summary>Writes scorers' code and what scripts may use.</summary>
    public static void WriteScripts(WireWriter writer, AllowlistText allowlist, IReadOnlyList<ScorerImage> images)
    {
        writer.Write(allowlist.Path);
        writer.Write(allowlist.Content.Span);
        writer.Write(allowlist.Hash);
        using var code = new MemoryStream();
        using var binary = new BinaryWriter(code);
        foreach (var image in images)
        {
            image.Write(binary);
        }

        writer.Write(images.Count);
        writer.Write(code.GetBuffer().AsSpan(0, (int)code.Length));
    }

    /// <summary>Reads scorers' code; each is checked anew.</summary>
    /// <exception cref="InvalidDataException">One is refused.</exception>
    public static IReadOnlyList<ScorerImage> ReadScripts(WireReader reader)
    {
        var text = new AllowlistText(reader.ReadString(), reader.ReadBytes().ToArray()) { Hash = reader.ReadString() };
        var faults = text.Read(out var allowlist);
        if (allowlist is null)
        {
            throw new InvalidDataException(string.Join('\n', faults));
        }

        var count = reader.ReadInt32();
        using var code = new MemoryStream(reader.ReadBytes().ToArray());
        using var binary = new BinaryReader(code);
        var images = new List<ScorerImage>();
        while (images.Count < count)
        {
            var refusals = ScorerImage.Read(binary, allowlist, out var image);
            images.Add(image ?? throw new InvalidDataException(string.Join('\n', refusals)));
        }

        return images;
    }

    /// <summary>Writes what scoring depends on.</summary>
    public static void Write(WireWriter writer, RunOptions options)
    {
        writer.Write(options.Timeout.Ticks);
        writer.WriteOptional(options.Where?.ToString());
        writer.Write(options.TraceIds, writer.Write);
        writer.Write(options.IsProfiled);
        writer.Write(options.Strict);
        writer.Write(options.Unloads);
    }

    /// <summary>Reads what scoring depends on.</summary>
    public static RunOptions ReadOptions(WireReader reader) => new()
    {
        Timeout = new(reader.ReadInt64()),
        Where = reader.ReadOptional() is { } where ? TraceFilter.Parse(where) : null,
        TraceIds = reader.ReadList(reader.ReadString),
        IsProfiled = reader.ReadBoolean(),
        Strict = reader.ReadBoolean(),
        Unloads = reader.ReadBoolean(),
    };

    /// <summary>Writes how scorers are called.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="scorers">In the order of the run, each with the index of its code among the scripts that went before.</param>
    public static void Write(WireWriter writer, IReadOnlyList<PlacedSetup> scorers) => writer.Write(scorers, scorer =>
    {
        writer.Write(scorer.Image);
        writer.Write(scorer.Setup.Name);
        writer.Write(scorer.Setup.SettingsText);
        writer.WriteOptional(scorer.Setup.Where);
        writer.Write(BitConverter.DoubleToInt64Bits(scorer.Setup.Sample));
    });

    /// <summary>Reads how scorers are called.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="images">How many scripts went before.</param>
    public static IReadOnlyList<PlacedSetup> ReadSetups(WireReader reader, int images) => reader.ReadList(() => new PlacedSetup(
        reader.ReadIndex(images),
        new ScorerSetup(reader.ReadString(), ScorerSetup.ReadSettings(reader.ReadString()), reader.ReadOptional()) { Sample = BitConverter.Int64BitsToDouble(reader.ReadInt64()) }));

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
