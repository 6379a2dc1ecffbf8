using System.Text.Json;
using ScriptHost.Comparison;

namespace ScriptHost.Html;

/// <summary>Which way a feedback is better, as far as the run says: verdicts by what they are, numbers by their thresholds.</summary>
internal static class ColumnDirection
{
    /// <summary><c>up</c> or <c>down</c>; null when nobody says.</summary>
    /// <param name="column">The feedback.</param>
    /// <param name="record">The run's record.</param>
    public static string? Of(FeedbackColumn column, JsonElement record)
    {
        if (column.IsVerdict)
        {
            return "up";
        }

        if (!record.TryGetProperty("thresholds", out var thresholds) || thresholds.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var prefix = column.Name + "/";
        var bounds = thresholds.EnumerateArray()
            .Where(t => TextMember.Of(t, "metric")?.StartsWith(prefix, StringComparison.Ordinal) is true)
            .Select(t => TextMember.Of(t, "bound") is ['>', ..] ? "up" : TextMember.Of(t, "bound") is ['<', ..] ? "down" : null)
            .Distinct()
            .ToList();

        return bounds is [var only] ? only : null;
    }
}
