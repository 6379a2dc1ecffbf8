using ScriptHost.Statistics;

namespace ScriptHost.Presets;

/// <summary>Whether a threshold held.</summary>
internal sealed record Verdict
{
    /// <summary>The metric, <c>name/aggregation</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>What was demanded, such as <c>&gt;= 0.95</c>.</summary>
    public required string Bound { get; init; }

    /// <summary>How much worse than the baseline's the value may be; null when it is held against a bound.</summary>
    public double? Margin { get; init; }

    /// <summary>The baseline's value over the same units; null when nothing was compared.</summary>
    public double? Baseline { get; init; }

    /// <summary>The metric's value; null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>How many values it was computed of.</summary>
    public long Count { get; init; }

    /// <summary>The 95 % interval of a pass rate; null of other metrics, and when there is no value.</summary>
    public WilsonInterval? Interval { get; init; }

    /// <summary>What it means when it did not hold.</summary>
    public required ThresholdLevel Level { get; init; }

    /// <summary>Whether it held; false when there was nothing to check.</summary>
    public required bool Passed { get; init; }

    /// <summary>What is so, one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the threshold stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Whether it makes the run fail.</summary>
    public bool FailsRun => !Passed && Level == ThresholdLevel.Fail;
}
