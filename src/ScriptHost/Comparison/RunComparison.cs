using ScriptHost.Statistics;

namespace ScriptHost.Comparison;

/// <summary>How one run differs from another.</summary>
internal sealed record RunComparison
{
    /// <summary>The run that is compared with, the baseline.</summary>
    public required RunHead Before { get; init; }

    /// <summary>The run that is looked at.</summary>
    public required RunHead After { get; init; }

    /// <summary>How traces came together.</summary>
    public required UnitCounts Traces { get; init; }

    /// <summary>How sessions came together.</summary>
    public required UnitCounts Sessions { get; init; }

    /// <summary>Whether traces of one session counted together; false when neither run says which session a trace belongs to.</summary>
    public required bool KnowsSessions { get; init; }

    /// <summary>A comparison for each feedback: those of the run after in its order, then those that only the run before has.</summary>
    public required IReadOnlyList<FeedbackComparison> Feedbacks { get; init; }

    /// <summary>What turned, newly failing first.</summary>
    public required IReadOnlyList<Flip> Flips { get; init; }

    /// <summary>Scorers of both runs whose script or settings differ: what they say differs may be their own doing.</summary>
    public IEnumerable<string> ChangedScorers =>
        After.Versions.Where(v => Before.Versions.TryGetValue(v.Key, out var was) && was != v.Value).Select(v => v.Key).Order(StringComparer.Ordinal);

    /// <summary>How many judgements turned one way.</summary>
    public int Count(FlipKind kind) => Flips.Count(f => f.Kind == kind);

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The run to compare with.</param>
    /// <param name="after">The run that is looked at.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputException">Results are damaged.</exception>
    public static RunComparison Of(RunHead before, RunHead after, CancellationToken cancellationToken)
    {
        var pairing = RunPairing.Of(before, after, cancellationToken);

        return new()
        {
            Before = before,
            After = after,
            Traces = pairing.Units.Traces,
            Sessions = pairing.Units.Sessions,
            KnowsSessions = pairing.Units.KnowsSessions,
            Feedbacks = Adjusted([.. pairing.Feedbacks.Select(f => FeedbackComparison.Of(f, pairing.DirectionOf(f.Name)))]),
            Flips = pairing.Flips,
        };
    }

    private static IReadOnlyList<FeedbackComparison> Adjusted(IReadOnlyList<FeedbackComparison> feedbacks)
    {
        var adjusted = HolmAdjustment.Of([.. feedbacks.Select(f => f.Probability).OfType<double>()]).GetEnumerator();

        return [.. feedbacks.Select(f => f.Probability is not null && adjusted.MoveNext() ? f with { Adjusted = adjusted.Current } : f)];
    }
}
