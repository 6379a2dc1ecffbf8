namespace ScriptHost.Runs;

/// <summary>A trace or session that failed judgements (a false or <c>no</c>).</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null when the verdicts are a trace's.</param>
/// <param name="Verdicts">What failed, in order of scorers.</param>
internal sealed record Failure(string TraceId, string? SessionId, IReadOnlyList<(string Name, string? Rationale)> Verdicts);
