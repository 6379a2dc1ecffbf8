using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>What outcomes are called in <c>results.jsonl</c>.</summary>
internal static class OutcomeName
{
    /// <summary>Its name: <c>scored</c>, <c>error</c>, <c>not_applicable</c> or <c>skipped</c>.</summary>
    public static string Of(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Scored => "scored",
        OutcomeKind.Error => "error",
        OutcomeKind.NotApplicable => "not_applicable",
        OutcomeKind.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An outcome without a name."),
    };
}
