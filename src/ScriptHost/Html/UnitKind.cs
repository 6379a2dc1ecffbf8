using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Writes traces, or sessions: their bodies and their index.</summary>
/// <param name="page">Where to.</param>
/// <param name="name">What they are.</param>
/// <param name="budget">What their bodies may take.</param>
/// <param name="summary">The columns and groups.</param>
internal sealed class UnitKind(PageWriter page, string name, BodyBudget budget, ReportSummary summary)
{
    private readonly BodyBlock bodies = new(page, name, budget);
    private readonly IndexSegment segment = new(summary.Columns, summary.Groups);

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next one.</summary>
    public void Add(IndexRow row, ScoredUnit unit, TraceDocument? document)
    {
        bodies.Add(unit, document);
        segment.Add(row, unit);
        Count++;
        if (segment.Count == IndexSegment.Most)
        {
            FlushSegment();
        }
    }

    /// <summary>Writes what was taken so far.</summary>
    public void Flush()
    {
        bodies.Flush();
        if (segment.Count > 0)
        {
            FlushSegment();
        }
    }

    private void FlushSegment()
    {
        var from = Count - segment.Count;
        page.Write($"{name}-index", from, segment.Take().Span);
    }
}
