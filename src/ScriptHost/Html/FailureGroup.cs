namespace ScriptHost.Html;

/// <summary>Failures of one feedback for one reason.</summary>
/// <param name="Number">Its place among all groups, from 0.</param>
/// <param name="Column">The place of its <see cref="FeedbackColumn"/>.</param>
/// <param name="IsError">Whether the scorer failed, not the trace.</param>
/// <param name="Example">The first rationale or error as it stands; empty when none was given.</param>
internal sealed record FailureGroup(int Number, int Column, bool IsError, string Example)
{
    /// <summary>How many there are.</summary>
    public long Count { get; set; }
}
