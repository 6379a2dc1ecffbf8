using System.Globalization;
using ScriptHost.Statistics;

namespace ScriptHost.Presets;

/// <summary>Holds metrics against thresholds. Nothing passes unchecked: a metric that is not there, or was computed of nothing, does not hold.</summary>
/// <param name="metrics">What the run came to, by <c>name/aggregation</c>.</param>
internal sealed class ThresholdJudging(IReadOnlyDictionary<string, MetricValue> metrics)
{
    /// <summary>A verdict for each bound, in order of the thresholds.</summary>
    public static IReadOnlyList<Verdict> Judge(IEnumerable<Threshold> thresholds, IReadOnlyDictionary<string, MetricValue> metrics) =>
        [.. thresholds.SelectMany(new ThresholdJudging(metrics).Judge)];

    private IEnumerable<Verdict> Judge(Threshold threshold)
    {
        if (threshold.Bound is { } bound)
        {
            yield return Judge(threshold, bound);
        }

        if (threshold.NoWorseThan is { } margin)
        {
            // Whoever compares judges anew; what nobody compared does not hold.
            yield return new()
            {
                Metric = threshold.Metric,
                Bound = $"no worse than the baseline by {YamlText.Of(margin)}",
                Margin = margin,
                Value = metrics.GetValueOrDefault(threshold.Metric)?.Value,
                Count = metrics.GetValueOrDefault(threshold.Metric)?.Count ?? 0,
                Level = threshold.Level,
                Passed = false,
                Sentence = $"'{threshold.Metric}' was not compared: it must be no worse than a baseline's by {YamlText.Of(margin)}, and the run has no baseline; name one with --baseline RUN.",
                Origin = threshold.Origin,
            };
        }
    }

    private Verdict Judge(Threshold threshold, Bound bound)
    {
        var metric = metrics.GetValueOrDefault(threshold.Metric);
        var interval = threshold.Aggregation == "pass_rate" && metric is { Count: > 0 } ? WilsonInterval.Of(metric.Passes, metric.Count) : null;
        var isThere = metric is { Count: > 0 } && double.IsFinite(metric.Value);
        var passed = metric is not null && isThere
            && (threshold.Confidently ? interval is not null && bound.Holds(interval.Low, interval.High) : bound.Holds(metric.Value, metric.Value));

        return new()
        {
            Metric = threshold.Metric,
            Bound = threshold.Confidently ? $"{bound} confidently" : $"{bound}",
            Value = metric?.Value is { } value && double.IsFinite(value) ? value : null,
            Count = metric?.Count ?? 0,
            Interval = interval,
            Level = threshold.Level,
            Passed = passed,
            Sentence = metric is null ? Missing(threshold) : isThere ? Sentence(threshold, bound, metric, interval, passed) : Nothing(threshold, bound, metric),
            Origin = threshold.Origin,
        };
    }

    private string Missing(Threshold threshold)
    {
        var others = metrics.Keys.Where(k => k.StartsWith(threshold.Name + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var there = others.Count > 0 ? $" There are {string.Join(", ", others.Select(o => $"'{o}'"))}." : Suggestion.Sentence(threshold.Metric, metrics.Keys);

        return $"There is no metric '{threshold.Metric}', so nothing was checked; it must be {threshold.Bound}.{there}";
    }

    private static string Nothing(Threshold threshold, Bound bound, MetricValue metric) => metric.Count == 0
        ? $"'{threshold.Metric}' was computed of no value, so nothing was checked; it must be {bound}."
        : $"'{threshold.Metric}' is {metric.Value.ToString(CultureInfo.InvariantCulture)}, which is no number to hold; it must be {bound}.";

    private static string Sentence(Threshold threshold, Bound bound, MetricValue metric, WilsonInterval? interval, bool passed)
    {
        var ends = interval is null ? "" : $", 95 % interval {Shown(interval.Low, bound)} to {Shown(interval.High, bound)}";
        var demand = threshold.Confidently ? $"{bound} over its whole interval" : $"{bound}";

        return $"'{threshold.Metric}' is {Shown(metric.Value, bound)} (n {metric.Count}{ends}); it {(passed ? "holds" : "must be")} {demand}.";
    }

    // Four digits after the point, unless they would seem to say otherwise than the verdict: 0.94999 must not show as 0.95.
    private static string Shown(double value, Bound bound)
    {
        var rounded = Math.Round(value, 4);

        return YamlText.Of(bound.Holds(rounded, rounded) == bound.Holds(value, value) ? rounded : value);
    }
}
