using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>What outcomes are called in <c>results.jsonl</c>.</summary>
internal static class OutcomeName
{
    /// <summary>The names, by <see cref="OutcomeKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["scored", "error", "not_applicable", "skipped"];

    /// <summary>The name of one.</summary>
    public static string Of(OutcomeKind kind) => All[(int)kind];
}
