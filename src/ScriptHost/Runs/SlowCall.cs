namespace ScriptHost.Runs;

/// <summary>A call that took long.</summary>
/// <param name="Scorer">The scorer.</param>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a trace.</param>
/// <param name="Time">Wall-clock time.</param>
internal sealed record SlowCall(string Scorer, string TraceId, string? SessionId, TimeSpan Time);
