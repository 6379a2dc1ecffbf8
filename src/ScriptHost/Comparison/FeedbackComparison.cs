using ScriptHost.Statistics;

namespace ScriptHost.Comparison;

/// <summary>How one feedback differs between two runs, over the units that both judged.</summary>
internal sealed record FeedbackComparison
{
    /// <summary>Below this, an adjusted probability tells a difference from chance.</summary>
    public const double Significance = 0.05;

    /// <summary>All that was said.</summary>
    public required FeedbackPairs Pairs { get; init; }

    /// <summary>Which way it gets better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The mean before, of yes and no the share of yes; null without pairs that count.</summary>
    public double? Before { get; init; }

    /// <summary>The mean after.</summary>
    public double? After { get; init; }

    /// <summary>After less before; null without pairs that count.</summary>
    public double? Difference => After - Before;

    /// <summary>The 95 % interval of the difference; null when it cannot be told.</summary>
    public Interval? Interval { get; init; }

    /// <summary>How probable so great a difference would be by chance; null when it cannot be told.</summary>
    public double? Probability { get; init; }

    /// <summary>The same, adjusted for the number of feedbacks that are compared.</summary>
    public double? Adjusted { get; init; }

    /// <summary>The smallest difference that so many pairs could have shown; null when it cannot be told.</summary>
    public double? Detectable { get; init; }

    /// <summary>What to make of it.</summary>
    public Change Change => (Adjusted, Difference, Direction) switch
    {
        (null or >= Significance, _, _) or (_, 0, _) => Change.None,
        (_, _, Direction.Neither) => Change.Different,
        (_, > 0, Direction.Higher) or (_, < 0, Direction.Lower) => Change.Better,
        _ => Change.Worse,
    };

    /// <summary>Compares; the probability is not adjusted yet.</summary>
    public static FeedbackComparison Of(FeedbackPairs pairs, Direction direction)
    {
        var comparison = new FeedbackComparison { Pairs = pairs, Direction = direction };
        if (pairs.Values.Count == 0)
        {
            return comparison;
        }

        if (pairs.IsPassFail)
        {
            var counts = pairs.Counts;

            return comparison with
            {
                Before = counts.Before,
                After = counts.After,
                Interval = PairedShareInterval.Of(counts),
                Probability = McNemarTest.Probability(counts.Gained, counts.Lost),
                Detectable = DetectableShare.Of(counts.Count, counts.Discordant),
            };
        }

        var differences = pairs.Differences;
        var bootstrap = PairedBootstrap.Of(differences);

        return comparison with
        {
            Before = pairs.Values.Average(v => v.Before),
            After = pairs.Values.Average(v => v.After),
            Interval = bootstrap?.Interval,
            Probability = bootstrap?.Probability,
            Detectable = differences.Detectable,
        };
    }
}
