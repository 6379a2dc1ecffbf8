using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What aggregations are called in metrics and tables.</summary>
internal static class AggregationName
{
    /// <summary>The first of those that there are.</summary>
    public const Aggregation First = Aggregation.Min;

    /// <summary>The last one.</summary>
    public const Aggregation Last = Aggregation.PassRate;

    /// <summary>Whether it is one of those that there are.</summary>
    public static bool IsOne(Aggregation aggregation) => aggregation is >= First and <= Last;

    /// <summary>Its name: lower-case, <c>pass_rate</c> with an underscore.</summary>
    public static string Of(Aggregation aggregation) => aggregation switch
    {
        Aggregation.Min => "min",
        Aggregation.Max => "max",
        Aggregation.Mean => "mean",
        Aggregation.Median => "median",
        Aggregation.Variance => "variance",
        Aggregation.P90 => "p90",
        Aggregation.P50 => "p50",
        Aggregation.P95 => "p95",
        Aggregation.P99 => "p99",
        Aggregation.Sum => "sum",
        Aggregation.Count => "count",
        Aggregation.StdDev => "stddev",
        Aggregation.PassRate => "pass_rate",
        _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "An aggregation without a name."),
    };
}
