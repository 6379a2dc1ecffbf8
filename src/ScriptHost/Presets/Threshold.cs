using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>What a metric must hold for a run to pass.</summary>
internal sealed record Threshold
{
    /// <summary>The metric, <c>name/aggregation</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>What its value must be; null when it is only compared with a baseline.</summary>
    public Bound? Bound { get; init; }

    /// <summary>How much worse than the baseline's the value may be, 0 and up; null when it is not compared.</summary>
    public double? NoWorseThan { get; init; }

    /// <summary>What it means when it does not hold.</summary>
    public ThresholdLevel Level { get; init; }

    /// <summary>Whether the whole 95 % interval must lie within the bound; only of <c>pass_rate</c>.</summary>
    public bool Confidently { get; init; }

    /// <summary>Where it stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The feedback's name.</summary>
    public string Name => Metric[..Metric.LastIndexOf('/')];

    /// <summary>The aggregation's name.</summary>
    public string Aggregation => Metric[(Metric.LastIndexOf('/') + 1)..];

    /// <summary>What it demands, as YAML that reads back as the same; two thresholds of a metric are the same when their demands are.</summary>
    public string Demand
    {
        get
        {
            if (Bound is not (null or Bound.Between) && NoWorseThan is null && Level == ThresholdLevel.Fail && !Confidently && Regex.IsMatch($"{Bound}", ManifestShape.BoundPattern))
            {
                return $"\"{Bound}\"";
            }

            var keys = new List<string>();
            if (Bound is not null)
            {
                keys.Add(Key(Bound));
            }

            if (NoWorseThan is { } margin)
            {
                keys.Add($"no_worse_than: {YamlText.Of(margin)}");
            }

            if (Level != ThresholdLevel.Fail)
            {
                keys.Add($"level: {ManifestShape.Levels[(int)Level]}");
            }

            if (Confidently)
            {
                keys.Add("confidently: true");
            }

            return $"{{ {string.Join(", ", keys)} }}";
        }
    }

    private static string Key(Bound bound) => bound switch
    {
        Bound.AtLeast { Limit: var limit } => $"at_least: {YamlText.Of(limit)}",
        Bound.AtMost { Limit: var limit } => $"at_most: {YamlText.Of(limit)}",
        Bound.Above { Limit: var limit } => $"above: {YamlText.Of(limit)}",
        Bound.Below { Limit: var limit } => $"below: {YamlText.Of(limit)}",
        Bound.Between { Low: var low, High: var high } => $"between: [{YamlText.Of(low)}, {YamlText.Of(high)}]",
        _ => throw new ArgumentException("A bound of no known kind.", nameof(bound)),
    };
}
