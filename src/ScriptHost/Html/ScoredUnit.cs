namespace ScriptHost.Html;

/// <summary>All outcomes of one trace or of one session, in the order of scorers.</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a trace.</param>
/// <param name="Outcomes">At least one.</param>
internal sealed record ScoredUnit(string TraceId, string? SessionId, IReadOnlyList<RecordedOutcome> Outcomes);
