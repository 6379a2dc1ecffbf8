using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What a call led to.</summary>
/// <param name="Feedbacks">As <see cref="Outcome.Feedbacks"/>; empty when the scorer does not apply, and when there is a <see cref="Value"/>.</param>
/// <param name="Reason">Why it does not apply; null when it does.</param>
/// <param name="Value">The bare value that is all that the scorer said, under its own name; it holds nothing when the scorer said something else.</param>
internal readonly record struct ScorerResult(IReadOnlyList<Feedback> Feedbacks, string? Reason, FeedbackValue Value = default)
{
    /// <summary>Whether there is a bare value, of which no feedback was made: millions of calls give one.</summary>
    public bool IsBare => Value.Kind != FeedbackValueKind.None;

    /// <summary>How the pair ended.</summary>
    public OutcomeKind Kind => IsBare || HasValue(Feedbacks) ? OutcomeKind.Scored : Feedbacks.Count == 0 ? OutcomeKind.NotApplicable : OutcomeKind.Error;

    /// <summary>The code of the error that is all that the call gave; null when it gave something else.</summary>
    public string? OnlyError => Feedbacks.Count == 1 ? Feedbacks[0].Error?.Code : null;

    private static bool HasValue(IReadOnlyList<Feedback> feedbacks)
    {
        for (var i = 0; i < feedbacks.Count; i++)
        {
            if (feedbacks[i].Value is not null)
            {
                return true;
            }
        }

        return false;
    }
}
