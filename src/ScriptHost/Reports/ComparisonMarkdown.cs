using System.Globalization;
using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>How two runs differ, as a part of a Markdown document: for a pull request, or a summary in CI.</summary>
internal static class ComparisonMarkdown
{
    private const int ShownFlips = 20;
    private const int ShownRationale = 300;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter text, RunComparison comparison)
    {
        text.Write($"### {MarkdownText.Line(comparison.After.Id)} against {MarkdownText.Line(comparison.Before.Id)}\n\n");
        text.Write("| feedback | before | after | change | 95 % | p | could show | n | |\n|---|--:|--:|--:|---|--:|--:|--:|---|\n");
        foreach (var feedback in comparison.Feedbacks.Where(f => f.Pairs.Values.Count > 0))
        {
            text.Write($"| {MarkdownText.Line(feedback.Pairs.Name)} | {string.Join(" | ", ComparisonCells.Of(feedback).Select(c => MarkdownText.Line(c)))} |\n");
        }

        foreach (var note in ComparisonWords.Notes(comparison))
        {
            text.Write($"\n{MarkdownText.Line(note)}\n");
        }

        foreach (var kind in Enum.GetValues<FlipKind>().Where(k => comparison.Count(k) > 0))
        {
            WriteFlips(text, kind, [.. comparison.Flips.Where(f => f.Kind == kind)]);
        }
    }

    private static void WriteFlips(TextWriter text, FlipKind kind, List<Flip> flips)
    {
        text.Write($"\n#### {ComparisonWords.Title(kind)}: {flips.Count.ToString(CultureInfo.InvariantCulture)}\n\n");
        foreach (var flip in flips.Take(ShownFlips))
        {
            var session = flip.SessionId is { } id ? $" (session {MarkdownText.Line(id)})" : "";
            text.Write($"- **{MarkdownText.Line(flip.Name)}** of {MarkdownText.Line(flip.TraceId)}{session}\n");
            text.Write($"  - was {Side(flip.Before, flip.BeforeRationale)}\n  - is {Side(flip.After, flip.AfterRationale)}\n");
        }

        if (flips.Count > ShownFlips)
        {
            text.Write($"- … and {flips.Count - ShownFlips} more\n");
        }
    }

    private static string Side(string value, string? rationale) =>
        MarkdownText.Line(value, ShownRationale) + (string.IsNullOrWhiteSpace(rationale) ? "" : $": {MarkdownText.Line(rationale, ShownRationale)}");
}
