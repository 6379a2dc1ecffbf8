namespace ScriptHost.Contract;

/// <summary>
/// How the values of one feedback name become one metric, <c>name/aggregation</c>. Booleans and yes/no count as 1 and 0; errors
/// and values that are no numbers are left out.
/// </summary>
public enum Aggregation
{
    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The arithmetic mean; what a scorer gets that names no aggregation.</summary>
    Mean,

    /// <summary>The middle value; the mean of the two middle ones when the number of values is even.</summary>
    Median,

    /// <summary>The population variance, Σ(x − mean)² / n; 0 for one value.</summary>
    Variance,

    /// <summary>The 90th percentile by linear interpolation at rank 0.9 (n − 1).</summary>
    P90,

    /// <summary>The 50th percentile; the same as <see cref="Median"/>.</summary>
    P50,

    /// <summary>The 95th percentile by linear interpolation at rank 0.95 (n − 1).</summary>
    P95,

    /// <summary>The 99th percentile by linear interpolation at rank 0.99 (n − 1).</summary>
    P99,

    /// <summary>The sum of the values.</summary>
    Sum,

    /// <summary>How many values there are.</summary>
    Count,

    /// <summary>The population standard deviation, √variance; the metric is called <c>stddev</c>.</summary>
    StdDev,

    /// <summary>The share of values that are yes, true or exactly 1, from 0 to 1; the metric is called <c>pass_rate</c>.</summary>
    PassRate,
}
