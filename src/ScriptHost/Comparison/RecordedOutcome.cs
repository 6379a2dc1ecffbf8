namespace ScriptHost.Comparison;

/// <summary>A line of <c>results.jsonl</c>.</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session that was scored; null for a trace.</param>
/// <param name="InSession">The session that the trace belongs to; null when it belongs to none, or the file is of a version that did not say.</param>
/// <param name="Scorer">The name of the scorer's results.</param>
/// <param name="Outcome">How it ended: <c>scored</c>, <c>error</c>, <c>not_applicable</c> or <c>skipped</c>.</param>
/// <param name="Reason">Why it was not scored; null when it was.</param>
/// <param name="Feedbacks">What the scorer said.</param>
internal sealed record RecordedOutcome(
    string TraceId, string? SessionId, string? InSession, string Scorer, string Outcome, string? Reason, IReadOnlyList<RecordedFeedback> Feedbacks);
