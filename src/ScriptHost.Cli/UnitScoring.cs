using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Scores one trace and the session that it belongs to; nothing is written to disk.</summary>
/// <param name="options">Where the trace and its session's other traces are, and the limits.</param>
/// <param name="host">Where scorers run.</param>
internal sealed class UnitScoring(RunOptions options, IScoringHost host)
{
    /// <summary>Every scorer's outcome, trace-level ones first; and whether scoring came to its end.</summary>
    public (IReadOnlyList<Outcome> Outcomes, RunRecord Run) Score(LoadReport scorers, TraceFacts trace, CancellationToken cancellationToken)
    {
        var (outcomes, run) = Collect(
            options with { TraceIds = [trace.Id] },
            scorers,
            o => o.SessionId is null && o.TraceId == trace.Id,
            cancellationToken);

        // The run above saw one turn of the conversation; a session's scorers need all of it.
        if (trace.SessionId is { } session && run.EndedEarly is null && scorers.Only(s => s.Level == ScorerLevel.Session) is { Scorers.Count: > 0 } sessionScorers)
        {
            var (more, sessionRun) = Collect(
                options with { Where = TraceFilter.OfSession(session) },
                sessionScorers,
                o => o.SessionId == session,
                cancellationToken);

            return ([.. outcomes, .. more], sessionRun);
        }

        return (outcomes, run);
    }

    private (List<Outcome> Outcomes, RunRecord Run) Collect(
        RunOptions selection,
        LoadReport scorers,
        Func<Outcome, bool> isWanted,
        CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        string[] names = [.. scorers.Scorers.Select(s => s.Name)];
        var run = RunEngine.Run(
            selection,
            scorers,
            host,
            journal: null,
            earlier: null,
            (in unit, in view) =>
            {
                if (view.ToOutcome(unit, names) is var outcome && isWanted(outcome))
                {
                    outcomes.Add(outcome);
                }
            },
            progress: null,
            cancellationToken);

        return (outcomes, run);
    }
}
