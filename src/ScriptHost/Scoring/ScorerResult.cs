using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What a call led to.</summary>
/// <param name="Feedbacks">As <see cref="Outcome.Feedbacks"/>; empty when the scorer does not apply.</param>
/// <param name="Reason">Why it does not apply; null when it does.</param>
internal readonly record struct ScorerResult(IReadOnlyList<Feedback> Feedbacks, string? Reason);
