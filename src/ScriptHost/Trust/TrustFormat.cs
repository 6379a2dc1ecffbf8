namespace ScriptHost.Trust;

/// <summary>How a <see cref="TrustEntry"/> goes between processes.</summary>
internal static class TrustFormat
{
    /// <summary>Writes an entry down; null too.</summary>
    public static void Write(BinaryWriter writer, TrustEntry? entry)
    {
        writer.Write(entry is not null);
        if (entry is null)
        {
            return;
        }

        writer.Write(entry.Scorer);
        writer.Write(entry.Path);
        writer.Write(entry.Sha256);
        writer.Write(entry.By);
        writer.Write(entry.At.UtcTicks);
        writer.Write(entry.Why);
        writer.Write(entry.Needs.Count);
        foreach (var need in entry.Needs)
        {
            writer.Write((byte)need);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    public static TrustEntry? Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var (scorer, path, hash, by) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        var (at, why) = (new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), reader.ReadString());
        var needs = new TrustNeed[reader.ReadInt32()];
        for (var i = 0; i < needs.Length; i++)
        {
            needs[i] = (TrustNeed)reader.ReadByte();
        }

        return new(scorer, path, hash, by, at, why, needs);
    }
}
