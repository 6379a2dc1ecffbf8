using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>A session's trace, as <see cref="SessionIndex"/> notes it.</summary>
/// <param name="Order">Its place in input order.</param>
/// <param name="Session">The key of the session's id.</param>
/// <param name="IsSelected">Whether it is to be scored.</param>
/// <param name="RequestTime">When the request came, in ticks of UTC.</param>
/// <param name="Place">Where the trace stands.</param>
/// <param name="Content">The trace's <see cref="ContentHash"/>.</param>
internal readonly record struct SessionEntry(long Order, TraceKey Session, bool IsSelected, long RequestTime, TracePlace Place, ulong Content)
{
    /// <summary>How a session's traces are ordered: the selected ones first, oldest first, of the same time in input order.</summary>
    public (bool IsLeftOut, long RequestTime, long Order) Age => (!IsSelected, RequestTime, Order);

    /// <summary>Writes it, and the session's id behind it.</summary>
    public void Write(WireWriter writer, ReadOnlySpan<char> sessionId)
    {
        writer.Write(Order);
        writer.Write((long)Session.High);
        writer.Write((long)Session.Low);
        writer.Write(IsSelected);
        writer.Write(RequestTime);
        writer.Write(Place.File);
        writer.Write(Place.Offset);
        writer.Write(Place.Length);
        writer.Write((long)Content);
        writer.Write(sessionId);
    }

    /// <summary>Reads one.</summary>
    /// <param name="record">What <see cref="Write"/> wrote.</param>
    /// <param name="sessionId">The session's id.</param>
    public static SessionEntry Read(ReadOnlySpan<byte> record, out ReadOnlySpan<char> sessionId)
    {
        var wire = new WireSpan(record);
        var entry = new SessionEntry(
            wire.ReadInt64(),
            new((ulong)wire.ReadInt64(), (ulong)wire.ReadInt64()),
            wire.ReadBoolean(),
            wire.ReadInt64(),
            new(wire.ReadInt32(), wire.ReadInt64(), wire.ReadInt32()),
            (ulong)wire.ReadInt64());
        sessionId = wire.ReadText();

        return entry;
    }
}
