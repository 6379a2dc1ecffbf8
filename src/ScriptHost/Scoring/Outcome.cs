using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>How one (scorer, unit) pair ended: plain data, whoever hosted the scorer.</summary>
internal sealed record Outcome
{
    /// <summary>The scorer.</summary>
    public required string Scorer { get; init; }

    /// <summary>The trace; a session's oldest one.</summary>
    public required string TraceId { get; init; }

    /// <summary>The session; null for a trace-level scorer.</summary>
    public string? SessionId { get; init; }

    /// <summary>The session that the trace of a trace-level scorer belongs to; null when it belongs to none.</summary>
    public string? InSession { get; init; }

    /// <summary>How it ended.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>Why it was not scored, one sentence; null when it was, or when the error is a feedback's.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// What the scorer said: every name and source set, names unique, each with a finite value or an error. Empty when the kind is
    /// <see cref="OutcomeKind.NotApplicable"/> or <see cref="OutcomeKind.Skipped"/>.
    /// </summary>
    public IReadOnlyList<Feedback> Feedbacks { get; init; } = [];

    /// <summary>What the call cost; null when nobody asked, or when there was none.</summary>
    public CallCost? Cost { get; init; }

    /// <summary>Whether an earlier run's outcome is to be put in its place; then all else says nothing.</summary>
    public bool IsTakenOver { get; init; }

    /// <summary>The scorer need not be asked, since an earlier run's outcome is taken over.</summary>
    public static Outcome TakenOver(string scorer, string traceId, string? sessionId) =>
        new() { Scorer = scorer, TraceId = traceId, SessionId = sessionId, Kind = OutcomeKind.NotApplicable, IsTakenOver = true };

    /// <summary>The scorer was not asked.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="traceId">The trace; a session's oldest one.</param>
    /// <param name="sessionId">The session; null when there is none.</param>
    /// <param name="reason">One sentence.</param>
    public static Outcome Skipped(string scorer, string traceId, string? sessionId, string reason) =>
        new() { Scorer = scorer, TraceId = traceId, SessionId = sessionId, Kind = OutcomeKind.Skipped, Reason = reason };
}
