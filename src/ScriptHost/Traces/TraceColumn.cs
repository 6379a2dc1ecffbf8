using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>The <c>trace</c> column of a row of search_traces, which holds a whole trace: its JSON as text, or the object itself.</summary>
internal static class TraceColumn
{
    /// <summary>A copy of the trace's document.</summary>
    /// <param name="column">The column's value; neither absent nor null.</param>
    public static Memory<byte> Document(JsonText column) =>
        column.Utf8.Span[0] == '"' ? EscapeDecoder.Decode(column.Utf8.Span[1..^1]) : column.Utf8.ToArray();

    /// <summary>A fault of the column's document as one of its row, in which it is told without a place: the column's text has offsets of its own.</summary>
    public static TraceFormatException Fault(TraceFormatException fault) => new(0, $"in column 'trace': {fault.Message}");
}
