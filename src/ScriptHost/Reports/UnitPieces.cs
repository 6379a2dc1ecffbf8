using ScriptHost.Records;

namespace ScriptHost.Reports;

/// <summary>What stands in every line of a unit, encoded once: a trace has an outcome of each scorer.</summary>
internal sealed class UnitPieces
{
    private readonly JsonLine head = new();
    private readonly QuotedText trace = new();
    private readonly QuotedText session = new();
    private TraceKey? last;
    private bool isSession;

    /// <summary>The beginning of each line, up to the scorer.</summary>
    public ReadOnlySpan<byte> Head => head.Written;

    /// <summary>The id of the trace as JSON; of a session its oldest one's.</summary>
    public ReadOnlySpan<byte> TraceId => trace.Written;

    /// <summary>The id of the session as JSON, where there is one.</summary>
    public ReadOnlySpan<byte> SessionId => session.Written;

    /// <summary>Goes to a unit; nothing is done when it is the one at hand.</summary>
    public void Take(in UnitView unit)
    {
        if (unit.Key == last && unit.SessionId.IsThere == isSession && (!isSession || session.Is(unit.SessionId.Text)))
        {
            return;
        }

        (last, isSession) = (unit.Key, unit.SessionId.IsThere);
        head.Clear();
        head.Raw("{\"trace_id\":"u8);
        head.Raw(trace.Of(unit.TraceId));
        if (isSession)
        {
            head.Raw(",\"session_id\":"u8);
            head.Raw(session.Of(unit.SessionId.Text));
        }
        else if (unit.InSession.IsThere)
        {
            head.Raw(",\"in_session\":"u8);
            head.Raw(session.Of(unit.InSession.Text));
        }
    }
}
