namespace ScriptHost.Presets;

/// <summary>What a metric came to.</summary>
/// <param name="Value">The value; NaN when there is none.</param>
/// <param name="Count">How many values it was computed of.</param>
/// <param name="Passes">How many of them are yes, true or exactly 1.</param>
internal sealed record MetricValue(double Value, long Count, long Passes);
