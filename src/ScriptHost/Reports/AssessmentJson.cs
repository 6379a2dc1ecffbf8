using System.Buffers.Binary;
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

    // Encoded once: these stand in every line.
    private static readonly JsonEncodedText AssessmentId = JsonEncodedText.Encode("assessment_id");
    private static readonly JsonEncodedText AssessmentName = JsonEncodedText.Encode("assessment_name");
    private static readonly JsonEncodedText TraceId = JsonEncodedText.Encode("trace_id");
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText SourceType = JsonEncodedText.Encode("source_type");
    private static readonly JsonEncodedText SourceId = JsonEncodedText.Encode("source_id");
    private static readonly JsonEncodedText FeedbackName = JsonEncodedText.Encode("feedback");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText Rationale = JsonEncodedText.Encode("rationale");
    private static readonly JsonEncodedText Metadata = JsonEncodedText.Encode("metadata");
    private static readonly JsonEncodedText ScorerNameKey = JsonEncodedText.Encode(ScorerName);
    private static readonly JsonEncodedText ScorerVersionKey = JsonEncodedText.Encode(ScorerVersion);
    private static readonly JsonEncodedText SessionKey = JsonEncodedText.Encode(Session);
    private static readonly JsonEncodedText Valid = JsonEncodedText.Encode("valid");

    private static readonly JsonEncodedText Code = JsonEncodedText.Encode("CODE");

    // So do the scorers' names and versions.
    private readonly Dictionary<string, (JsonEncodedText Name, JsonEncodedText Version)> scorers = versions.ToDictionary(
        v => v.Key,
        v => (JsonEncodedText.Encode(v.Key, JsonFormat.Line.Encoder), JsonEncodedText.Encode(v.Value, JsonFormat.Line.Encoder)),
        StringComparer.Ordinal);

    private readonly AssessmentIds ids = new();

    /// <summary>Writes one feedback.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcome">The outcome that it belongs to.</param>
    /// <param name="feedback">The feedback.</param>
    /// <param name="index">Its place in the outcome, from 0.</param>
    public void Write(Utf8JsonWriter json, Outcome outcome, Feedback feedback, int index)
    {
        var name = feedback.Name ?? outcome.Scorer;
        var (scorer, version) = Encoded(outcome.Scorer);
        json.WriteStartObject();
        WriteId(json, outcome.TraceId, outcome.Scorer, name, index);
        if (name == outcome.Scorer)
        {
            json.WriteString(AssessmentName, scorer);
        }
        else
        {
            json.WriteString(AssessmentName, name);
        }

        json.WriteString(TraceId, outcome.TraceId);
        if (feedback.Source is null || (feedback.Source.Type == AssessmentSourceType.Code && feedback.Source.Id == outcome.Scorer))
        {
            json.WriteStartObject(Source);
            json.WriteString(SourceType, Code);
            json.WriteString(SourceId, scorer);
            json.WriteEndObject();
        }
        else
        {
            WriteSource(json, feedback.Source);
        }

        WriteFeedback(json, feedback);
        if (feedback.Rationale is { } rationale)
        {
            json.WriteString(Rationale, rationale);
        }

        WriteMetadata(json, outcome, feedback, scorer, version);
        json.WriteBoolean(Valid, true);
        json.WriteEndObject();
    }

    private void WriteId(Utf8JsonWriter json, string traceId, string scorer, string name, int index)
    {
        Span<byte> hash = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(hash, ids.Of(traceId, scorer, name, index));
        Span<byte> id = stackalloc byte[2 + 32];
        "a-"u8.CopyTo(id);
        Convert.TryToHexStringLower(hash, id[2..], out _);
        json.WriteString(AssessmentId, id);
    }

    private static void WriteSource(Utf8JsonWriter json, AssessmentSource source)
    {
        json.WriteStartObject(Source);
        json.WriteString(SourceType, source.Type switch
        {
            AssessmentSourceType.Human => "HUMAN",
            AssessmentSourceType.LlmJudge => "LLM_JUDGE",
            AssessmentSourceType.Code => "CODE",
            _ => "SOURCE_TYPE_UNSPECIFIED",
        });
        json.WriteString(SourceId, source.Id);
        json.WriteEndObject();
    }

    private static void WriteFeedback(Utf8JsonWriter json, Feedback feedback)
    {
        json.WriteStartObject(FeedbackName);
        // MLflow's reader insists on the key, also beside an error.
        json.WritePropertyName(Value);
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

    private (JsonEncodedText Name, JsonEncodedText? Version) Encoded(string scorer) =>
        scorers.TryGetValue(scorer, out var known) ? (known.Name, known.Version) : (JsonEncodedText.Encode(scorer, JsonFormat.Line.Encoder), null);

    private static void WriteMetadata(Utf8JsonWriter json, Outcome outcome, Feedback feedback, JsonEncodedText scorer, JsonEncodedText? version)
    {
        json.WriteStartObject(Metadata);
        foreach (var (key, value) in feedback.Metadata)
        {
            if (key is not (ScorerName or ScorerVersion or Session))
            {
                json.WriteString(key, value);
            }
        }

        json.WriteString(ScorerNameKey, scorer);
        if (version is { } known)
        {
            json.WriteString(ScorerVersionKey, known);
        }

        if (outcome.SessionId is { } session)
        {
            json.WriteString(SessionKey, session);
        }

        json.WriteEndObject();
    }
}
