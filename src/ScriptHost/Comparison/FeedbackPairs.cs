using ScriptHost.Statistics;

namespace ScriptHost.Comparison;

/// <summary>All that two runs say under one feedback name, pair by pair.</summary>
/// <param name="name">The feedback's name.</param>
internal sealed class FeedbackPairs(string name)
{
    private readonly List<(int Group, double Before, double After)> values = [];
    private bool hasNumbers;

    /// <summary>The feedback's name.</summary>
    public string Name => name;

    /// <summary>The pairs of which both count as a number: the group that each belongs to, and its two values.</summary>
    public IReadOnlyList<(int Group, double Before, double After)> Values => values;

    /// <summary>Whether all of these are true, false, yes or no.</summary>
    public bool IsPassFail => !hasNumbers && values.Count > 0;

    /// <summary>How many values count as a number in the run before.</summary>
    public long CountBefore { get; private set; }

    /// <summary>How many values count as a number in the run after.</summary>
    public long CountAfter { get; private set; }

    /// <summary>How many values the run before has that the run after has not.</summary>
    public long OnlyBefore { get; private set; }

    /// <summary>How many values the run after has that the run before has not.</summary>
    public long OnlyAfter { get; private set; }

    /// <summary>How many of <see cref="OnlyBefore"/> became errors.</summary>
    public long NewErrors { get; private set; }

    /// <summary>How many pairs hold a text that counts as no number.</summary>
    public long Texts { get; private set; }

    /// <summary>How many of these differ.</summary>
    public long TextsChanged { get; private set; }

    /// <summary>How pass and fail came together; only of <see cref="IsPassFail"/>.</summary>
    public PairedCounts Counts => new(Of(1, 1), Of(0, 1), Of(1, 0), Of(0, 0));

    /// <summary>The differences, after less before.</summary>
    public PairedDifferences Differences => new(values.Select(v => (v.Group, v.After - v.Before)));

    /// <summary>Adds what both runs say of a unit.</summary>
    /// <param name="group">The session that it belongs to, or itself.</param>
    /// <param name="before">What the run before says; null when it says nothing.</param>
    /// <param name="after">What the run after says; null when it says nothing.</param>
    public void Add(int group, RecordedValue? before, RecordedValue? after)
    {
        CountBefore += before is { IsCounted: true } ? 1 : 0;
        CountAfter += after is { IsCounted: true } ? 1 : 0;
        switch (HasValue(before), HasValue(after))
        {
            case (true, true) when before is { IsCounted: true } one && after is { IsCounted: true } other:
                hasNumbers |= one.Kind == RecordedValueKind.Number || other.Kind == RecordedValueKind.Number;
                values.Add((group, one.Number, other.Number));
                break;
            case (true, true):
                Texts++;
                TextsChanged += before?.Text == after?.Text ? 0 : 1;
                break;
            case (true, false):
                OnlyBefore++;
                NewErrors += after is null ? 0 : 1;
                break;
            case (false, true):
                OnlyAfter++;
                break;
        }
    }

    private static bool HasValue(RecordedValue? value) => value is { Kind: not RecordedValueKind.Error };

    private long Of(double before, double after) => values.LongCount(v => v.Before.Equals(before) && v.After.Equals(after));
}
