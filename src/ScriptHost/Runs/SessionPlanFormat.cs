using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>How plans of sessions wait for their turn outside memory.</summary>
internal static class SessionPlanFormat
{
    /// <summary>Writes a plan.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="oldest">The place of the session's oldest trace in input order.</param>
    public static void Write(WireWriter writer, SessionPlan plan, long oldest)
    {
        writer.Write(oldest);
        writer.Write(plan.Id);
        writer.Write(plan.IsSelected);
        writer.Write((long)plan.Content);
        writer.Write(plan.Traces, place =>
        {
            writer.Write(place.File);
            writer.Write(place.Offset);
            writer.Write(place.Length);
        });
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="record">What <see cref="Write"/> wrote.</param>
    /// <param name="oldest">The place of the session's oldest trace in input order.</param>
    public static SessionPlan Read(ReadOnlyMemory<byte> record, out long oldest)
    {
        var reader = new WireReader(record);
        oldest = reader.ReadInt64();
        var (id, isSelected, content) = (reader.ReadString(), reader.ReadBoolean(), (ulong)reader.ReadInt64());

        return new(id, isSelected, reader.ReadList(() => new TracePlace(reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32())), content);
    }
}
