namespace ScriptHost.Contract;

/// <summary>Why an assessment has no value.</summary>
/// <param name="Code">A stable, upper-case name to tell errors apart by, such as <c>SCORER_ERROR</c>.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="StackTrace">Where it happened, at most 10,000 characters, the last ones; null when not known.</param>
public sealed record AssessmentError(string Code, string Message, string? StackTrace = null);
