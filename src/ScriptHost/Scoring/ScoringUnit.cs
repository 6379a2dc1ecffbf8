using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What a scorer is called on: one trace, or one session. Every call makes views of its own.</summary>
/// <param name="Traces">The trace, or the session's traces, oldest first; at least one.</param>
/// <param name="SessionId">The session; null for a single trace.</param>
internal sealed record ScoringUnit(IReadOnlyList<TraceContent> Traces, string? SessionId)
{
    /// <summary>The trace, or the session's oldest one.</summary>
    public TraceContent Oldest => Traces[0];
}
