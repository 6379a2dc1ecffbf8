namespace ScriptHost.Html;

/// <summary>A verdict that changed between two runs.</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null when the verdict is a trace's.</param>
/// <param name="Feedback">What changed.</param>
/// <param name="IsWorse">Whether it fails now and did not then.</param>
/// <param name="Before">What the earlier run said, as people read it: <c>yes</c>, <c>no</c>, an error's code.</param>
/// <param name="After">What the later run said.</param>
/// <param name="RationaleBefore">Why; null when nothing was said.</param>
/// <param name="RationaleAfter">Why; null when nothing was said.</param>
internal sealed record ReportFlip(
    string TraceId,
    string? SessionId,
    string Feedback,
    bool IsWorse,
    string Before,
    string After,
    string? RationaleBefore,
    string? RationaleAfter);
