using ScriptHost.Comparison;

namespace ScriptHost.Html;

/// <summary>How a unit did in each column: a letter, and the value where the letter does not say it.</summary>
internal static class UnitCells
{
    /// <summary>Nothing was said in this column.</summary>
    public const char None = '-';

    private const char Pass = '1';
    private const char Fail = '0';
    private const char Value = 'v';
    private const char Error = 'e';
    private const char NotApplicable = 'n';
    private const char Skipped = 's';

    /// <summary>The columns that the unit's outcomes say something of.</summary>
    public static IEnumerable<(FeedbackColumn Column, char Letter, object? Value)> Of(ScoredUnit unit, FeedbackColumns columns) =>
        unit.Outcomes.SelectMany(o => o.Outcome switch
        {
            "not_applicable" => columns.Of(o.Scorer).Select(c => (c, NotApplicable, (object?)null)),
            "skipped" => columns.Of(o.Scorer).Select(c => (c, Skipped, (object?)null)),
            _ => o.Feedbacks.Select(f => (columns.Get(o.Scorer, f.Name), Letter(f), Shown(f))),
        });

    private static char Letter(RecordedFeedback feedback) => feedback switch
    {
        { Error: not null } => Error,
        { Verdict: true } => Pass,
        { Verdict: false } => Fail,
        _ => Value,
    };

    private static object? Shown(RecordedFeedback feedback) => Letter(feedback) != Value ? null : feedback.Value.Kind == RecordedValueKind.Number ? feedback.Value.Number : feedback.Value.Text;
}
