using System.Text.Json;

namespace ScriptHost.Html;

/// <summary>One line of <c>results.jsonl</c>.</summary>
/// <param name="TraceId">The trace; a session's oldest one.</param>
/// <param name="SessionId">The session; null for a trace's outcome.</param>
/// <param name="Scorer">The scorer, under the name of its results.</param>
/// <param name="Kind"><c>scored</c>, <c>error</c>, <c>not_applicable</c> or <c>skipped</c>.</param>
/// <param name="Reason">Why it was not scored; null when it was, or when the line does not say.</param>
/// <param name="Feedbacks">What the scorer said.</param>
internal sealed record RecordedOutcome(
    string TraceId,
    string? SessionId,
    string Scorer,
    string Kind,
    string? Reason,
    IReadOnlyList<RecordedFeedback> Feedbacks)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is no outcome; the message ends a sentence.</exception>
    public static RecordedOutcome Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var outcome = document.RootElement;

            return new(
                outcome.GetProperty("trace_id").GetString() ?? "",
                Text(outcome, "session_id"),
                outcome.GetProperty("scorer").GetString() ?? "",
                outcome.GetProperty("outcome").GetString() ?? "",
                Text(outcome, "reason"),
                [.. outcome.GetProperty("assessments").EnumerateArray().Select(RecordedFeedback.Read)]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"not an outcome: {fault.Message}", fault);
        }
    }

    /// <summary>A member that is a text; null when it is not there.</summary>
    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
