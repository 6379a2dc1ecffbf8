using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>
/// What of an earlier run still holds in this one: outcomes of pairs whose trace or session, scorer, settings and allowlist are the same. Errors are
/// taken over only when asked for, those of time, memory and crashes never: they may be the machine's. May be used side by side.
/// </summary>
internal sealed class Reuse
{
    private readonly bool takesErrors;
    private readonly int[] now;

    /// <summary>Compares.</summary>
    /// <param name="earlier">The earlier run; stays open.</param>
    /// <param name="identity">What this run rests on.</param>
    /// <param name="scorers">This run's scorers.</param>
    /// <param name="options">Whether errors are taken over too, and whether every byte of a trace is to be read.</param>
    public Reuse(EarlierRun earlier, RunIdentity identity, IReadOnlyList<ScorerDescription> scorers, RunOptions options)
    {
        Earlier = earlier;
        Scorers = scorers;
        takesErrors = options.ReusesErrors;
        IsSameSelection = identity.Selection == earlier.Identity.Selection;

        // What was only read in part may be malformed where nobody looked.
        var isAsStrict = earlier.Identity.IsWhole || !options.Strict;
        var same = isAsStrict && identity.Allowlist == earlier.Identity.Allowlist ? identity.Scorers.Index().ToDictionary(s => (s.Item.Name, s.Item.Content), s => s.Index) : [];
        now = [.. earlier.Identity.Scorers.Select(s => same.GetValueOrDefault((s.Name, s.Content), -1))];
    }

    /// <summary>The earlier run.</summary>
    public EarlierRun Earlier { get; }

    /// <summary>This run's scorers.</summary>
    public IReadOnlyList<ScorerDescription> Scorers { get; }

    /// <summary>Whether both runs take the same traces: only then is what was skipped then skipped now.</summary>
    public bool IsSameSelection { get; }

    /// <summary>Whether there is anything that could be taken over.</summary>
    public bool IsPossible => Array.Exists(now, n => n >= 0);

    /// <summary>Goes through a unit's outcomes in the earlier run.</summary>
    public EarlierOutcomes Of(OutcomeCursor outcomes) => new(outcomes, now, this);

    /// <summary>Whether an outcome of the earlier run holds for the same pair now.</summary>
    public bool Holds(in OutcomeView outcome) => outcome.Kind switch
    {
        OutcomeKind.Scored or OutcomeKind.NotApplicable => true,
        OutcomeKind.Error => takesErrors && !ErrorCode.IsEndOfWorker(outcome.OnlyError),
        _ => false,
    };

    /// <summary>Whether it was skipped then, and has to be now.</summary>
    public bool IsSkipped(in OutcomeView outcome) => IsSameSelection && outcome.Kind == OutcomeKind.Skipped && !outcome.Reason.Text.SequenceEqual(Quarantine.Reason);
}
