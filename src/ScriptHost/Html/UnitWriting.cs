namespace ScriptHost.Html;

/// <summary>Writes all units: bodies in blocks of a hundred, and after some thousand the index of these.</summary>
/// <param name="page">Where to.</param>
/// <param name="summary">What was found out before.</param>
/// <param name="join">The traces.</param>
/// <param name="bytes">What all bodies may take.</param>
internal sealed class UnitWriting(PageWriter page, ReportSummary summary, TraceJoin join, long bytes)
{
    private readonly BodyBudget budget = new(bytes, summary.Rows.Count + summary.Sessions);
    private int missing;

    /// <summary>Writes them; returns how many traces are not at hand.</summary>
    /// <param name="units">Traces, then sessions.</param>
    /// <param name="cancellationToken">Stops between two units.</param>
    public int Write(IEnumerable<ScoredUnit> units, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<bool, UnitKind>
        {
            [false] = new(page, "trace", budget, summary),
            [true] = new(page, "session", budget, summary),
        };
        foreach (var unit in units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (unit.SessionId is { } session)
            {
                kinds[true].Add(new() { Id = session, Oldest = unit.TraceId }, unit, document: null);
            }
            else
            {
                var document = join.Take(kinds[false].Count);
                missing += document is null ? 1 : 0;
                kinds[false].Add(IndexRow.Of(unit.TraceId, document?.Trace), unit, document);
            }
        }

        kinds[false].Flush();
        kinds[true].Flush();

        return missing;
    }
}
