using ScriptHost.Presets;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>
/// Accounts for every pair, in the order of the record: skips those of scorers in quarantine, keeps totals, and tells the outcomes. Used by one thread at
/// a time.
/// </summary>
/// <param name="scorers">The scorers, in the order of the run.</param>
/// <param name="preset">What its thresholds need is computed; null has none.</param>
/// <param name="sink">Takes outcomes in the order of the record.</param>
internal sealed class OutcomeMerge(IReadOnlyList<ScorerDescription> scorers, Preset? preset, OutcomeSink sink) : IDisposable
{
    /// <summary>The scorers that are not called any more.</summary>
    public Quarantine Quarantine { get; } = new(new int[scorers.Count]);

    /// <summary>How pairs ended.</summary>
    public OutcomeCounts Counts { get; } = new(scorers);

    /// <summary>The metrics.</summary>
    public MetricBoard Metrics { get; } = new(scorers, preset);

    /// <summary>What calls cost, where it was measured.</summary>
    public ProfileBoard Profile { get; } = new(scorers);

    /// <summary>The worst failures.</summary>
    public FailureBoard Failures { get; } = new();

    /// <summary>Takes the outcomes of the next unit.</summary>
    public void Take(in OutcomeCursor outcomes)
    {
        var failed = 0;
        foreach (ref readonly var outcome in outcomes)
        {
            // In the order of the record, so that it does not matter which worker saw what first.
            if (Quarantine.Holds(outcome.Scorer) && outcome.Kind != OutcomeKind.Skipped)
            {
                failed += Taken(outcomes.Unit, OutcomeView.Skipped(outcome.Scorer, Quarantine.Reason));
            }
            else
            {
                Quarantine.Take(outcome);
                failed += Taken(outcomes.Unit, outcome);
            }
        }

        if (Failures.IsBad(failed))
        {
            Failures.Add(outcomes.Unit, Verdicts(outcomes));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Metrics.Dispose();

    // How many of its feedbacks are verdicts that say no.
    private int Taken(in UnitView unit, in OutcomeView outcome)
    {
        Counts.Add(outcome);
        var failed = Metrics.Add(outcome);
        Profile.Add(unit, outcome);
        sink(unit, outcome);

        return failed;
    }

    // What is held says nothing, then as before: a strike that brought a scorer into quarantine is an error, and no verdict.
    private List<(string Name, string? Rationale)> Verdicts(OutcomeCursor outcomes)
    {
        var verdicts = new List<(string Name, string? Rationale)>();
        foreach (ref readonly var outcome in outcomes)
        {
            if (!Quarantine.Holds(outcome.Scorer))
            {
                foreach (ref readonly var feedback in outcome.Feedbacks)
                {
                    if (feedback.IsFailed)
                    {
                        verdicts.Add((feedback.Name.ToString() ?? scorers[outcome.Scorer].Name, feedback.Rationale.ToString()));
                    }
                }
            }
        }

        return verdicts;
    }
}
