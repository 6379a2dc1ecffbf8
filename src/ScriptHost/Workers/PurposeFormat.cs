using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>How what a worker is for goes to it: scripts, and how they are called.</summary>
internal static class PurposeFormat
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
}
