using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>Goes through those outcomes of a unit in an earlier run whose scorers are the same now; for <c>foreach</c>.</summary>
/// <param name="outcomes">All of the unit's outcomes.</param>
/// <param name="now">For each scorer of the earlier run its index in this run; -1 for one that changed or went.</param>
/// <param name="reuse">Says what holds.</param>
internal ref struct EarlierOutcomes(OutcomeCursor outcomes, int[] now, Reuse reuse)
{
    private OutcomeCursor outcomes = outcomes;

    /// <summary>The scorer's index in this run.</summary>
    public int Scorer { get; private set; }

    /// <summary>What is written behind the scorer.</summary>
    public readonly ReadOnlySpan<byte> Body => outcomes.Current.Body;

    /// <summary>Whether the outcome holds now.</summary>
    public readonly bool Holds => reuse.Holds(outcomes.Current);

    /// <summary>Whether the scorer was skipped, and has to be now.</summary>
    public readonly bool IsSkipped => reuse.IsSkipped(outcomes.Current);

    /// <summary>For <c>foreach</c>.</summary>
    public readonly EarlierOutcomes Current => this;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly EarlierOutcomes GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    public bool MoveNext()
    {
        while (outcomes.MoveNext())
        {
            Scorer = now[outcomes.Current.Scorer];
            if (Scorer >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
