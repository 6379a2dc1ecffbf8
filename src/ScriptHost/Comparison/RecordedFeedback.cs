using ScriptHost.Contract;

namespace ScriptHost.Comparison;

/// <summary>An assessment of <c>results.jsonl</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Rationale">Why; null when the scorer gives no reason.</param>
/// <param name="Error">What failed; null when nothing did.</param>
internal sealed record RecordedFeedback(string Name, RecordedValue Value, string? Rationale, AssessmentError? Error)
{
    /// <summary>Whether it says yes or no; null when it says neither.</summary>
    public bool? Verdict => Value.Kind == RecordedValueKind.PassFail ? Value.Number.Equals(1) : null;
}
