using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>One metric of a feedback.</summary>
/// <param name="Aggregation">How it is computed.</param>
/// <param name="Value">Finite.</param>
internal sealed record AggregatedValue(Aggregation Aggregation, double Value);
