using System.Text.Json;

namespace ScriptHost.Html;

/// <summary>One assessment of an outcome.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">True, false, a number or a text; null beside an error.</param>
/// <param name="Rationale">Why; null when the scorer does not say.</param>
/// <param name="ErrorCode">What failed, such as <c>SCORER_TIMEOUT</c>; null when nothing did.</param>
/// <param name="ErrorMessage">The same as a sentence.</param>
/// <param name="StackTrace">Where in the script; null when it is not known.</param>
internal sealed record RecordedFeedback(string Name, object? Value, string? Rationale, string? ErrorCode, string? ErrorMessage, string? StackTrace)
{
    /// <summary>Whether it says yes or no: a truth value, or one of these two words.</summary>
    public bool? Verdict => Value switch
    {
        bool truth => truth,
        string text when text.Equals("yes", StringComparison.OrdinalIgnoreCase) => true,
        string text when text.Equals("no", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>What it counts as in metrics; null for a text, and beside an error.</summary>
    public double? Number => Verdict is { } verdict ? (verdict ? 1 : 0) : Value as double?;

    /// <summary>Reads an assessment in MLflow's form.</summary>
    public static RecordedFeedback Read(JsonElement assessment)
    {
        var feedback = assessment.GetProperty("feedback");
        var error = feedback.TryGetProperty("error", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;

        return new(
            assessment.GetProperty("assessment_name").GetString() ?? "",
            ValueOf(feedback.GetProperty("value")),
            RecordedOutcome.Text(assessment, "rationale"),
            error.ValueKind == JsonValueKind.Object ? RecordedOutcome.Text(error, "error_code") ?? "ERROR" : null,
            error.ValueKind == JsonValueKind.Object ? RecordedOutcome.Text(error, "error_message") : null,
            error.ValueKind == JsonValueKind.Object ? RecordedOutcome.Text(error, "stack_trace") : null);
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };
}
