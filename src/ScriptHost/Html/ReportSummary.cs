namespace ScriptHost.Html;

/// <summary>What the first view of a report shows: all outcomes of a run, read once and summed up.</summary>
internal sealed class ReportSummary
{
    private ReportSummary()
    {
    }

    /// <summary>Feedback by scorer and name.</summary>
    public FeedbackColumns Columns { get; } = new();

    /// <summary>Failures and errors by reason.</summary>
    public FailureGroups Groups { get; } = new();

    /// <summary>Where in the record's order a trace comes; the number of traces when it is not in the record.</summary>
    public TraceRows Rows { get; } = new();

    /// <summary>How many traces have a failed or errored feedback.</summary>
    public long FailedTraces { get; private set; }

    /// <summary>How many sessions have outcomes.</summary>
    public long Sessions { get; private set; }

    /// <summary>Reads all outcomes.</summary>
    /// <param name="resultsPath">A complete <c>results.jsonl</c>.</param>
    /// <param name="cancellationToken">Stops between two units.</param>
    /// <exception cref="InputException">A line is no outcome.</exception>
    public static ReportSummary Read(string resultsPath, CancellationToken cancellationToken)
    {
        var summary = new ReportSummary();
        foreach (var unit in ScoredUnit.Read(resultsPath))
        {
            cancellationToken.ThrowIfCancellationRequested();
            summary.Add(unit);
        }

        return summary;
    }

    private void Add(ScoredUnit unit)
    {
        var failed = false;
        foreach (var outcome in unit.Outcomes)
        {
            foreach (var feedback in outcome.Feedbacks)
            {
                var column = Columns.Get(outcome.Scorer, feedback.Name);
                column.Add(feedback, unit.SessionId is not null);
                Groups.Add(column.Number, feedback);
                failed |= feedback.Error is not null || feedback.Verdict is false;
            }
        }

        if (unit.SessionId is not null)
        {
            Sessions++;
        }
        else
        {
            Rows.Add(unit.TraceId);
            FailedTraces += failed ? 1 : 0;
        }
    }
}
