using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Brings the traces of the inputs to the rows of the record. Both come in the same order, so one trace at a time is held.</summary>
/// <param name="documents">The inputs' documents, each valid until the next.</param>
/// <param name="rows">The traces of the record.</param>
internal sealed class TraceJoin(IEnumerable<TraceDocument> documents, TraceRows rows) : IDisposable
{
    private readonly IEnumerator<TraceDocument> reader = documents.GetEnumerator();

    // The row of the document that the reader stands at; before the first there is none to lose.
    private int at = -1;
    private bool isEnd;

    /// <summary>The trace of a row, valid until the next call; null when the inputs do not have it (any more). Ask in order of rows.</summary>
    public TraceDocument? Take(int row)
    {
        while (!isEnd && at < row)
        {
            isEnd = !reader.MoveNext();

            // Malformed ones and those that the run did not score have no row. Of repeated ids the first was scored, and is passed already.
            at = !isEnd && reader.Current.Trace is { } trace && rows.Of(trace.Id) is { } found ? Math.Max(at, found) : at;
            if (!isEnd && at == row && reader.Current.Trace?.Id is { } id && rows.Of(id) == row)
            {
                return reader.Current;
            }
        }

        return !isEnd && at == row ? reader.Current : null;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
