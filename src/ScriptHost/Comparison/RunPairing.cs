namespace ScriptHost.Comparison;

/// <summary>
/// Brings together what two runs say of the same trace or session under the same feedback name. The results of the run before are held in memory without their
/// rationales, those of the run after go by; what rationales of the run before are wanted is read a second time.
/// </summary>
internal sealed class RunPairing
{
    private readonly RunHead before;
    private readonly RunHead after;
    private readonly UnitNumbers units = new();
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<FeedbackPairs> feedbacks = [];
    private readonly Dictionary<FeedbackKey, RecordedValue> held = [];
    private readonly Dictionary<int, int> sameName = [];
    private readonly List<(FeedbackKey Key, Flip Flip)> flips = [];
    private readonly HashSet<FeedbackPairs> shown = [];

    private RunPairing(RunHead before, RunHead after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>How units came together.</summary>
    public UnitNumbers Units => units;

    /// <summary>What came together, by feedback: those of the run after in its order, then those that only the run before has.</summary>
    public IReadOnlyList<FeedbackPairs> Feedbacks => [.. shown.Concat(feedbacks).Distinct()];

    /// <summary>What turned: newly failing first, each kind in the order of the run after.</summary>
    public IReadOnlyList<Flip> Flips { get; private set; } = [];

    /// <summary>Reads both runs' results.</summary>
    /// <param name="before">The run to compare with.</param>
    /// <param name="after">The run that is looked at.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputException">Results are damaged.</exception>
    public static RunPairing Of(RunHead before, RunHead after, CancellationToken cancellationToken)
    {
        var pairing = new RunPairing(before, after);
        pairing.Hold(cancellationToken);
        pairing.Match(cancellationToken);
        pairing.CountRest();
        pairing.Flips = [.. pairing.Explained(cancellationToken).OrderBy(f => f.Kind)];

        return pairing;
    }

    /// <summary>Which way a feedback gets better: as the run after says, else as the run before.</summary>
    public Direction DirectionOf(string name) =>
        after.Directions.TryGetValue(name, out var direction) || before.Directions.TryGetValue(name, out direction) ? direction : Direction.Higher;

    private void Hold(CancellationToken cancellationToken)
    {
        foreach (var (key, _, feedback) in Said(before, isAfter: false, cancellationToken))
        {
            // A text is only compared; of numbers and errors it is read again where it is shown.
            held[key] = feedback.Value.Kind == RecordedValueKind.Text ? feedback.Value : feedback.Value with { Text = "" };
        }
    }

    private void Match(CancellationToken cancellationToken)
    {
        foreach (var (key, outcome, feedback) in Said(after, isAfter: true, cancellationToken))
        {
            var pairs = feedbacks[key.Name];
            shown.Add(pairs);
            var found = held.Remove(key, out var value) ? value : (RecordedValue?)null;
            pairs.Add(units.GroupOf(key.Unit), found, feedback.Value);
            if (found is { } was && FlipOf(pairs.Name, was, feedback.Value) is { } kind)
            {
                flips.Add((key, new(kind, outcome.TraceId, outcome.SessionId, pairs.Name, "", null, feedback.Value.Text, feedback.Rationale)));
            }
        }
    }

    private void CountRest()
    {
        foreach (var (key, value) in held)
        {
            feedbacks[key.Name].Add(units.GroupOf(key.Unit), value, after: null);
        }
    }

    private FlipKind? FlipOf(string name, RecordedValue was, RecordedValue now)
    {
        var pass = DirectionOf(name) == Direction.Lower ? 0 : 1;
        var passed = was.Number.Equals(pass);

        return (was.Kind, now.Kind) switch
        {
            (RecordedValueKind.PassFail, RecordedValueKind.PassFail) when !was.Number.Equals(now.Number) => passed ? FlipKind.NewlyFailing : FlipKind.NewlyPassing,
            (RecordedValueKind.PassFail, RecordedValueKind.Error) when passed => FlipKind.NewlyInError,
            _ => null,
        };
    }

    private IEnumerable<Flip> Explained(CancellationToken cancellationToken)
    {
        if (flips.Count == 0)
        {
            return [];
        }

        var wanted = flips.Select(f => f.Key).ToHashSet();
        var found = Said(before, isAfter: false, cancellationToken).Where(s => wanted.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Feedback);

        return flips.Select(f => found.TryGetValue(f.Key, out var was) ? f.Flip with { Before = was.Value.Text, BeforeRationale = was.Rationale } : f.Flip);
    }

    private IEnumerable<(FeedbackKey Key, RecordedOutcome Outcome, RecordedFeedback Feedback)> Said(RunHead run, bool isAfter, CancellationToken cancellationToken)
    {
        var lastUnit = -1;
        foreach (var outcome in ResultsReading.Read(run.ResultsPath))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var unit = units.Of(outcome, isAfter);
            if (unit != lastUnit)
            {
                sameName.Clear();
                lastUnit = unit;
            }

            foreach (var feedback in outcome.Feedbacks)
            {
                // Two scorers may use one name; a unit's outcomes stand together, so the first meets the first.
                var name = NumberOf(feedback.Name);
                var nth = sameName[name] = sameName.GetValueOrDefault(name) + 1;

                yield return (new(unit, name, nth), outcome, feedback);
            }
        }
    }

    private int NumberOf(string name)
    {
        if (!numberOf.TryGetValue(name, out var number))
        {
            numberOf.Add(name, number = feedbacks.Count);
            feedbacks.Add(new(name));
        }

        return number;
    }
}
