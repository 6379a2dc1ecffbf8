using System.Runtime.InteropServices;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What a scorer is called on: one trace, or one session. Every call makes views of its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ScoringUnit
{
    private readonly IReadOnlyList<TraceContent>? session;

    /// <summary>A trace.</summary>
    public ScoringUnit(TraceContent trace) => Oldest = trace;

    /// <summary>A session.</summary>
    /// <param name="traces">Its traces, oldest first; at least one.</param>
    /// <param name="sessionId">Which one it is.</param>
    public ScoringUnit(IReadOnlyList<TraceContent> traces, string sessionId)
    {
        session = traces;
        Oldest = traces[0];
        SessionId = sessionId;
    }

    /// <summary>The trace, or the session's oldest one.</summary>
    public TraceContent Oldest { get; }

    /// <summary>The session; null for a single trace.</summary>
    public string? SessionId { get; }

    /// <summary>The trace, or the session's traces, oldest first; at least one.</summary>
    public IReadOnlyList<TraceContent> Traces => session ?? [Oldest];
}
