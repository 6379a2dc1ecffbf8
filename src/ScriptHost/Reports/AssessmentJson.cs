using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>
/// Writes feedback as MLflow's assessment JSON (<c>mlflow/entities/assessment.py</c>), without the two times, which
/// <see cref="AssessmentJoin"/> adds when traces are written: the same inputs must give the same bytes.
/// </summary>
/// <param name="versions">The content hash of each scorer's script, by scorer.</param>
internal sealed class AssessmentJson(IReadOnlyDictionary<string, string> versions)
{
    private const string ScorerName = "mlflow.assessment.scorerName";
    private const string ScorerVersion = "mlflow.assessment.scorerVersion";
    private const string Session = "mlflow.trace.session";

    /// <summary>Writes one feedback.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcome">The outcome that it belongs to.</param>
    /// <param name="feedback">The feedback.</param>
    /// <param name="index">Its place in the outcome, from 0.</param>
    public void Write(Utf8JsonWriter json, Outcome outcome, Feedback feedback, int index)
    {
        var name = feedback.Name ?? outcome.Scorer;
        json.WriteStartObject();
        json.WriteString("assessment_id", Id(outcome.TraceId, outcome.Scorer, name, index));
        json.WriteString("assessment_name", name);
        json.WriteString("trace_id", outcome.TraceId);
        WriteSource(json, feedback.Source ?? new(AssessmentSourceType.Code, outcome.Scorer));
        WriteFeedback(json, feedback);
        if (feedback.Rationale is { } rationale)
        {
            json.WriteString("rationale", rationale);
        }

        WriteMetadata(json, outcome, feedback);
        json.WriteBoolean("valid", true);
        json.WriteEndObject();
    }

    private static string Id(string traceId, string scorer, string name, int index) =>
        "a-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{traceId}\0{scorer}\0{name}\0{index}")).AsSpan(0, 16));

    private static void WriteSource(Utf8JsonWriter json, AssessmentSource source)
    {
        json.WriteStartObject("source");
        json.WriteString("source_type", source.Type switch
        {
            AssessmentSourceType.Human => "HUMAN",
            AssessmentSourceType.LlmJudge => "LLM_JUDGE",
            AssessmentSourceType.Code => "CODE",
            _ => "SOURCE_TYPE_UNSPECIFIED",
        });
        json.WriteString("source_id", source.Id);
        json.WriteEndObject();
    }

    private static void WriteFeedback(Utf8JsonWriter json, Feedback feedback)
    {
        json.WriteStartObject("feedback");
        // MLflow's reader insists on the key, also beside an error.
        json.WritePropertyName("value");
        WriteValue(json, feedback.Value);
        if (feedback.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("error_code", error.Code);
            json.WriteString("error_message", error.Message);
            if (error.StackTrace is { } stackTrace)
            {
                json.WriteString("stack_trace", stackTrace);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, FeedbackValue? value)
    {
        switch (value)
        {
            case { Kind: FeedbackValueKind.Boolean }:
                json.WriteBooleanValue(value.Value.Boolean is true);
                break;
            case { Kind: FeedbackValueKind.Integer }:
                json.WriteNumberValue(value.Value.Integer);
                break;
            case { Kind: FeedbackValueKind.Decimal }:
                json.WriteNumberValue(value.Value.Exact);
                break;
            case { Kind: FeedbackValueKind.Number, Number: { } number }:
                json.WriteNumberValue(number);
                break;
            case { Text: { } text }:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private void WriteMetadata(Utf8JsonWriter json, Outcome outcome, Feedback feedback)
    {
        json.WriteStartObject("metadata");
        foreach (var (key, value) in feedback.Metadata.Where(m => m.Key is not (ScorerName or ScorerVersion or Session)))
        {
            json.WriteString(key, value);
        }

        json.WriteString(ScorerName, outcome.Scorer);
        if (versions.TryGetValue(outcome.Scorer, out var version))
        {
            json.WriteString(ScorerVersion, version);
        }

        if (outcome.SessionId is { } session)
        {
            json.WriteString(Session, session);
        }

        json.WriteEndObject();
    }
}
