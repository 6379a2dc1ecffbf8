using ScriptHost.Comparison;

namespace ScriptHost.Html;

/// <summary>All outcomes of one trace or of one session, in the order of scorers.</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a trace.</param>
/// <param name="Outcomes">At least one.</param>
internal sealed record ScoredUnit(string TraceId, string? SessionId, IReadOnlyList<RecordedOutcome> Outcomes)
{
    /// <summary>The units of a run in the record's order, traces, then sessions; only one is held.</summary>
    /// <param name="path">A complete <c>results.jsonl</c>.</param>
    /// <exception cref="InputException">A line is no outcome.</exception>
    public static IEnumerable<ScoredUnit> Read(string path)
    {
        var outcomes = new List<RecordedOutcome>();
        foreach (var outcome in ResultsReading.Read(path))
        {
            if (outcomes is [var first, ..] && (first.TraceId != outcome.TraceId || first.SessionId != outcome.SessionId))
            {
                yield return new(first.TraceId, first.SessionId, outcomes);
                outcomes = [];
            }

            outcomes.Add(outcome);
        }

        if (outcomes is [var last, ..])
        {
            yield return new(last.TraceId, last.SessionId, outcomes);
        }
    }
}
