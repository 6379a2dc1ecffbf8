using ScriptHost.Presets;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Holds a run's metrics against the thresholds of its preset.</summary>
internal static class RunVerdicts
{
    /// <summary>A verdict a bound; none without a preset.</summary>
    public static IReadOnlyList<Verdict> Of(Preset? preset, IReadOnlyList<MetricRecord> metrics)
    {
        if (preset is null)
        {
            return [];
        }

        var values = new Dictionary<string, MetricValue>(StringComparer.Ordinal);

        // A scorer that said nothing under its own name must not hide another's feedback of that name.
        foreach (var metric in metrics.Where(m => m.Count > 0).Concat(metrics.Where(m => m.Count == 0)))
        {
            foreach (var aggregation in metric.Aggregations)
            {
                var found = metric.Values.FirstOrDefault(v => v.Aggregation == aggregation);
                values.TryAdd($"{metric.Name}/{AggregationName.Of(aggregation)}", new(found?.Value ?? double.NaN, metric.Count, metric.Passes));
            }
        }

        return ThresholdJudging.Judge(preset.Thresholds, values);
    }
}
