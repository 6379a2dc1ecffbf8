namespace ScriptHost.Html;

/// <summary>How a metric differs between two runs.</summary>
/// <param name="Metric">The metric, <c>name/aggregation</c>.</param>
/// <param name="Before">The earlier run's value.</param>
/// <param name="After">The later run's value.</param>
/// <param name="Verdict">What may be said of the difference, in few words, such as <c>worse (p = 0.01)</c>; null when it was not tested.</param>
internal sealed record MetricChange(string Metric, double? Before, double? After, string? Verdict);
