namespace ScriptHost.Comparison;

/// <summary>An assessment of <c>results.jsonl</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Rationale">Why; null when the scorer gives no reason.</param>
internal sealed record RecordedFeedback(string Name, RecordedValue Value, string? Rationale);
