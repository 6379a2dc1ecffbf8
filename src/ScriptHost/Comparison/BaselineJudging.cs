using ScriptHost.Contract;
using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Comparison;

/// <summary>
/// Holds thresholds of <c>no_worse_than</c> against a baseline. Both values are taken over the units that both runs judged, so that traces that came or went are no
/// reason; only <c>count</c> is of all. Nothing passes unchecked: without a pair it does not hold.
/// </summary>
/// <param name="comparison">The run, compared with its baseline.</param>
internal sealed class BaselineJudging(RunComparison comparison)
{
    // What is left of 0.9 less 0.88 in doubles is more than 0.02.
    private const double Rounding = 1e-9;

    /// <summary>The verdicts, those that wait for a baseline judged.</summary>
    public static IReadOnlyList<Verdict> Judge(IEnumerable<Verdict> verdicts, RunComparison comparison)
    {
        var judging = new BaselineJudging(comparison);

        return [.. verdicts.Select(v => v.Margin is { } margin ? judging.Judge(v, margin) : v)];
    }

    private Verdict Judge(Verdict verdict, double margin)
    {
        var slash = verdict.Metric.LastIndexOf('/');
        var (name, aggregation) = (verdict.Metric[..slash], verdict.Metric[(slash + 1)..]);
        var feedback = comparison.Feedbacks.FirstOrDefault(f => f.Pairs.Name == name);
        if (feedback is null || Values(feedback.Pairs, aggregation) is not var (before, after))
        {
            var why = feedback is null
                ? $"neither run has a feedback '{name}'.{Suggestion.Sentence(name, comparison.Feedbacks.Select(f => f.Pairs.Name))}"
                : "there is no unit of which both runs have a number.";

            return verdict with { Value = null, Count = 0, Passed = false, Sentence = $"'{verdict.Metric}' was not compared with '{comparison.Before.Id}': {why}" };
        }

        var worse = feedback.Direction switch
        {
            Direction.Higher => before - after,
            Direction.Lower => after - before,
            _ => Math.Abs(after - before),
        };
        var passed = worse <= margin + (Rounding * Math.Max(1, Math.Max(Math.Abs(before), Math.Abs(after))));

        return verdict with
        {
            Value = after,
            Baseline = before,
            Count = feedback.Pairs.Values.Count,
            Passed = passed,
            Sentence = Sentence(verdict.Metric, margin, feedback, (before, after, worse), passed, aggregation is "mean"),
        };
    }

    private string Sentence(string metric, double margin, FeedbackComparison feedback, (double Before, double After, double Worse) values, bool passed, bool isMean)
    {
        var way = feedback.Direction == Direction.Neither ? "differs" : values.Worse > 0 ? "is worse" : "is no worse";
        var by = values.Worse > 0 || feedback.Direction == Direction.Neither ? $" by {Shown(values.Worse)}" : "";
        var chance = isMean && feedback is { Interval: { } interval, Probability: { } probability }
            ? $" (95 % interval of the change {Shown(interval.Low)} to {Shown(interval.High)}, p {probability:0.####})"
            : "";
        var lost = feedback.Pairs.OnlyBefore > 0 ? $" {feedback.Pairs.OnlyBefore} values of the baseline have no counterpart." : "";

        return FormattableString.Invariant(
            $"'{metric}' is {Shown(values.After)}, and was {Shown(values.Before)} in '{comparison.Before.Id}', over {feedback.Pairs.Values.Count} pairs: it {way}{by}{chance}, and {(passed ? "may be worse" : "must be worse")} by {YamlText.Of(margin)} at most.{lost}");
    }

    private static string Shown(double value) => YamlText.Of(Math.Round(value, 4));

    private static (double Before, double After)? Values(FeedbackPairs pairs, string aggregation)
    {
        if (aggregation == AggregationName.Of(Aggregation.Count))
        {
            return (pairs.CountBefore, pairs.CountAfter);
        }

        var wanted = Enum.GetValues<Aggregation>().Where(a => AggregationName.Of(a) == aggregation).ToList();
        using var before = new Tally(wanted, () => new ValueSpill());
        using var after = new Tally(wanted, () => new ValueSpill());
        foreach (var (_, was, now) in pairs.Values)
        {
            before.Add(was);
            after.Add(now);
        }

        return before.Metrics() is [var one] && after.Metrics() is [var other] ? (one.Value, other.Value) : null;
    }
}
