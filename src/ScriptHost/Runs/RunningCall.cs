namespace ScriptHost.Runs;

/// <summary>A call of a scorer.</summary>
/// <param name="Unit">The index of the document in its shard, or of the session in its batch.</param>
/// <param name="Index">The index of the scorer.</param>
/// <param name="Scorer">The scorer.</param>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a trace.</param>
internal readonly record struct RunningCall(int Unit, int Index, string Scorer, string TraceId, string? SessionId);
