using ScriptHost.Comparison;

namespace ScriptHost.Html;

/// <summary>Failures (a false or <c>no</c>) and errors by reason; see <see cref="RationalePattern"/>.</summary>
internal sealed class FailureGroups
{
    // A scorer whose every rationale differs must not fill the memory: what comes later is told as having other reasons.
    private const int Most = 1000;
    private const string Other = "(other reasons)";

    private readonly Dictionary<(int Column, bool IsError, string Pattern), FailureGroup> groups = [];

    /// <summary>All groups, in order of first appearance.</summary>
    public IReadOnlyCollection<FailureGroup> All => groups.Values;

    /// <summary>Takes note of a feedback; does nothing when it is no failure.</summary>
    public void Add(int column, RecordedFeedback feedback)
    {
        if (Reason(feedback) is not { } reason)
        {
            return;
        }

        var isError = feedback.Error is not null;
        var key = (column, isError, RationalePattern.Of(reason));
        if (!groups.ContainsKey(key) && groups.Count >= Most)
        {
            (key, reason) = ((column, isError, Other), Other);
        }

        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new(groups.Count, column, isError, reason));
        }

        group.Count++;
    }

    /// <summary>The group of a feedback; null when it is no failure.</summary>
    public FailureGroup? Find(int column, RecordedFeedback feedback)
    {
        if (Reason(feedback) is not { } reason)
        {
            return null;
        }

        var isError = feedback.Error is not null;

        return groups.GetValueOrDefault((column, isError, RationalePattern.Of(reason))) ?? groups.GetValueOrDefault((column, isError, Other));
    }

    private static string? Reason(RecordedFeedback feedback) => feedback switch
    {
        { Error: { } error } => $"{error.Code}: {error.Message}",
        { Verdict: false } => feedback.Rationale ?? "",
        _ => null,
    };
}
