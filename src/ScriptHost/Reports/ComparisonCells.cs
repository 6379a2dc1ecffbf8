using System.Globalization;
using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>A feedback's row in tables of a comparison.</summary>
internal static class ComparisonCells
{
    /// <summary>The titles, in order, the feedback's name aside.</summary>
    public static IReadOnlyList<string> Titles { get; } = ["Before", "After", "Change", "95 %", "p", "Could show", "n", ""];

    /// <summary>The cells: means before and after, their difference with its interval, the adjusted probability, the detectable difference, the pairs, and what to make of it.</summary>
    public static IReadOnlyList<string> Of(FeedbackComparison feedback) =>
    [
        Number(feedback.Before),
        Number(feedback.After),
        Signed(feedback.Difference),
        feedback.Interval is { } interval ? $"{Signed(interval.Low)} to {Signed(interval.High)}" : "",
        feedback.Adjusted is { } probability ? Probability(probability) : "",
        Number(feedback.Detectable),
        feedback.Pairs.Values.Count.ToString("N0", CultureInfo.InvariantCulture),
        feedback.Change == Change.None ? "" : ComparisonWords.Name(feedback.Change),
    ];

    // Of hundreds and more, two decimals: a row has eight numbers.
    private static string Number(double? value) => value switch
    {
        null => "",
        { } number when Math.Abs(number) is >= 100 and < 1e9 => number.ToString("0.##", CultureInfo.InvariantCulture),
        { } number => MetricNumber.Of(number),
    };

    private static string Signed(double? value) => $"{(value > 0 ? "+" : "")}{Number(value)}";

    private static string Probability(double value) => value < 0.0001 ? "<0.0001" : value.ToString("0.####", CultureInfo.InvariantCulture);
}
