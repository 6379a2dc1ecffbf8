namespace ScriptHost.Comparison;

/// <summary>A judgement of pass and fail that turned from one run to another.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a judgement of a trace.</param>
/// <param name="Name">The feedback's name.</param>
/// <param name="Before">What the run before says.</param>
/// <param name="BeforeRationale">Why; null when its scorer gives no reason.</param>
/// <param name="After">What the run after says.</param>
/// <param name="AfterRationale">Why; null when its scorer gives no reason.</param>
internal sealed record Flip(
    FlipKind Kind, string TraceId, string? SessionId, string Name, string Before, string? BeforeRationale, string After, string? AfterRationale);
