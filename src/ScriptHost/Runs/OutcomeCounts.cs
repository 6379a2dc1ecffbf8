using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>How the pairs of each scorer ended.</summary>
/// <param name="scorers">The scorers, in the order of the run.</param>
internal sealed class OutcomeCounts(IReadOnlyList<ScorerDescription> scorers)
{
    private const int Kinds = 4;

    private readonly long[] counts = new long[scorers.Count * Kinds];
    private readonly long[] takenOver = new long[scorers.Count];

    /// <summary>How many pairs of each scorer, by its index, are taken over from an earlier run.</summary>
    public IReadOnlyList<long> TakenOver => takenOver;

    /// <summary>Pairs with a value.</summary>
    public long Scored => Sum(OutcomeKind.Scored);

    /// <summary>Pairs with an error.</summary>
    public long Errors => Sum(OutcomeKind.Error);

    /// <summary>Adds one.</summary>
    public void Add(in OutcomeView outcome)
    {
        counts[(outcome.Scorer * Kinds) + (int)outcome.Kind]++;
        takenOver[outcome.Scorer] += outcome.IsTakenOver ? 1 : 0;
    }

    /// <summary>Of one scorer, by its index.</summary>
    public long Of(int scorer, OutcomeKind kind) => counts[(scorer * Kinds) + (int)kind];

    /// <summary>For the record.</summary>
    public IReadOnlyList<ScorerOutcomes> Records() =>
    [
        .. scorers.Select((s, i) => new ScorerOutcomes(
            s.Name, Of(i, OutcomeKind.Scored), Of(i, OutcomeKind.Error), Of(i, OutcomeKind.NotApplicable), Of(i, OutcomeKind.Skipped))),
    ];

    private long Sum(OutcomeKind kind)
    {
        var sum = 0L;
        for (var i = 0; i < scorers.Count; i++)
        {
            sum += Of(i, kind);
        }

        return sum;
    }
}
