using System.Text;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Comparison;

/// <summary>Reads <c>results.jsonl</c> line by line.</summary>
internal static class ResultsReading
{
    /// <summary>The outcomes, in the order of the file.</summary>
    /// <param name="path">The file; the run that writes it may still hold it open.</param>
    /// <exception cref="InputException">A line is no outcome.</exception>
    public static IEnumerable<RecordedOutcome> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 64 * 1024);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var number = 0L;
        while (reader.ReadLine() is { } line)
        {
            number++;

            yield return Parse(line) ?? throw new InputException($"'{path}' is damaged: line {number} is no outcome.");
        }
    }

    private static RecordedOutcome? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var outcome = document.RootElement;

            return TextMember.Of(outcome, "trace_id") is { } trace && TextMember.Of(outcome, "scorer") is { } scorer && TextMember.Of(outcome, "outcome") is { } kind
                ? new(trace, TextMember.Of(outcome, "session_id"), TextMember.Of(outcome, "in_session"), scorer, kind, TextMember.Of(outcome, "reason"), Feedbacks(outcome))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<RecordedFeedback> Feedbacks(JsonElement outcome)
    {
        var feedbacks = new List<RecordedFeedback>();
        if (outcome.TryGetProperty("assessments", out var assessments) && assessments.ValueKind == JsonValueKind.Array)
        {
            foreach (var assessment in assessments.EnumerateArray())
            {
                if (TextMember.Of(assessment, "assessment_name") is { } name && assessment.TryGetProperty("feedback", out var feedback) && feedback.ValueKind == JsonValueKind.Object)
                {
                    var error = Error(feedback);
                    feedbacks.Add(new(name, RecordedValue.Of(feedback, error), TextMember.Of(assessment, "rationale"), error));
                }
            }
        }

        return feedbacks;
    }

    private static AssessmentError? Error(JsonElement feedback) => feedback.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        ? new(TextMember.Of(error, "error_code") ?? "", TextMember.Of(error, "error_message") ?? "", TextMember.Of(error, "stack_trace"))
        : null;
}
