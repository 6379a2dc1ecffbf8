using System.Globalization;
using ScriptHost.Comparison;

namespace ScriptHost.Html;

/// <summary>Makes of a comparison what a report shows of it.</summary>
internal static class BaselineReading
{
    /// <summary>The flips and changes; null without a comparison.</summary>
    public static ReportBaseline? Of(RunComparison? comparison) => comparison is null ? null : new(
        comparison.Before.Id,
        [.. comparison.Flips.Select(Of)],
        [.. comparison.Feedbacks.Where(f => f.Difference is not null).Select(Of)]);

    private static ReportFlip Of(Flip flip) => new(
        flip.TraceId, flip.SessionId, flip.Name, flip.Kind != FlipKind.NewlyPassing, flip.Before, flip.After, flip.BeforeRationale, flip.AfterRationale);

    private static MetricChange Of(FeedbackComparison feedback) => new($"{feedback.Pairs.Name}/mean", feedback.Before, feedback.After, Verdict(feedback));

    private static string Verdict(FeedbackComparison feedback)
    {
        var word = feedback.Change switch
        {
            Change.Better => "better",
            Change.Worse => "worse",
            Change.Different => "different",
            _ => "no difference that chance does not make",
        };

        return feedback.Adjusted is { } probability ? string.Create(CultureInfo.InvariantCulture, $"{word} (p = {probability:0.###})") : word;
    }
}
