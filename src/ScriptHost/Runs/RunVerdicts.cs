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
        foreach (var metric in metrics.OrderBy(m => m.Count == 0))
        {
            var found = metric.Values.ToDictionary(v => v.Aggregation, v => v.Value);
            foreach (var aggregation in metric.Aggregations)
            {
                values.TryAdd($"{metric.Name}/{AggregationName.Of(aggregation)}", new(found.GetValueOrDefault(aggregation, double.NaN), metric.Count, metric.Passes));
            }
        }

        return ThresholdJudging.Judge(preset.Thresholds, values);
    }
}
