using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Comparison;

/// <summary>The value of an assessment of <c>results.jsonl</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">What it counts as; NaN for texts and errors.</param>
/// <param name="Text">How it reads, for people.</param>
internal readonly record struct RecordedValue(RecordedValueKind Kind, double Number, string Text)
{
    /// <summary>Whether it counts as a number.</summary>
    public bool IsCounted => Kind is RecordedValueKind.PassFail or RecordedValueKind.Number;

    /// <summary>Reads the property <c>feedback</c>.</summary>
    /// <param name="feedback">The property.</param>
    /// <param name="error">The error that stands in it; null when there is none.</param>
    public static RecordedValue Of(JsonElement feedback, AssessmentError? error)
    {
        if (error is not null)
        {
            return new(RecordedValueKind.Error, double.NaN, $"{error.Code}: {error.Message}");
        }

        var value = feedback.TryGetProperty("value", out var found) ? found : default;

        return value.ValueKind switch
        {
            JsonValueKind.True => new(RecordedValueKind.PassFail, 1, "true"),
            JsonValueKind.False => new(RecordedValueKind.PassFail, 0, "false"),
            JsonValueKind.Number => new(RecordedValueKind.Number, value.GetDouble(), value.GetRawText()),
            JsonValueKind.String => OfText(value.GetString() ?? ""),
            _ => new(RecordedValueKind.Text, double.NaN, value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText()),
        };
    }

    // As Contract.FeedbackValue counts texts.
    private static RecordedValue OfText(string text) => text switch
    {
        _ when text.Equals("yes", StringComparison.OrdinalIgnoreCase) => new(RecordedValueKind.PassFail, 1, text),
        _ when text.Equals("no", StringComparison.OrdinalIgnoreCase) => new(RecordedValueKind.PassFail, 0, text),
        _ => new(RecordedValueKind.Text, double.NaN, text),
    };
}
