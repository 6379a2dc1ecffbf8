using ScriptHost.Contract;
using ScriptHost.Records;

namespace ScriptHost.Reports;

/// <summary>
/// Writes feedback as MLflow's assessment JSON (<c>mlflow/entities/assessment.py</c>), without the two times, which
/// <see cref="AssessmentJoin"/> adds when traces are written: the same inputs must give the same bytes.
/// </summary>
/// <param name="json">Where to.</param>
internal sealed class AssessmentJson(JsonLine json)
{
    private const string ScorerName = "mlflow.assessment.scorerName";
    private const string ScorerVersion = "mlflow.assessment.scorerVersion";
    private const string SessionKey = "mlflow.trace.session";

    /// <summary>Writes one feedback.</summary>
    /// <param name="unit">The unit that it is of.</param>
    /// <param name="pieces">The unit's ids as JSON.</param>
    /// <param name="scorer">The scorer that gave it.</param>
    /// <param name="feedback">The feedback.</param>
    /// <param name="index">Its place in the outcome, from 0.</param>
    public void Write(in UnitView unit, UnitPieces pieces, ScorerPieces scorer, in FeedbackView feedback, int index)
    {
        json.Raw(index == 0 ? "{\"assessment_id\":\"a-"u8 : ",{\"assessment_id\":\"a-"u8);
        var name = feedback.Name;
        json.Hex(index == 0 && !name.IsThere ? scorer.Ids.Of(unit.Key) : scorer.Ids.Of(unit.Key, name.IsThere ? name.Text : scorer.PlainName, index));
        if (name.IsThere)
        {
            json.Raw("\",\"assessment_name\":"u8);
            json.Text(name.Text);
            json.Raw(",\"trace_id\":"u8);
        }
        else
        {
            json.Raw(scorer.Name);
        }

        json.Raw(pieces.TraceId);
        WriteSource(scorer, feedback);
        WriteValue(feedback);
        if (feedback.IsError)
        {
            WriteError(feedback);
        }

        if (feedback.Rationale is { IsThere: true } rationale)
        {
            json.Raw("},\"rationale\":"u8);
            json.Text(rationale.Text);
        }
        else
        {
            json.Raw("}"u8);
        }

        if (feedback.Metadata.IsEmpty && !unit.SessionId.IsThere)
        {
            json.Raw(scorer.End);
        }
        else
        {
            WriteMetadata(unit, pieces, scorer, feedback);
        }
    }

    /// <summary>Writes a value alone.</summary>
    /// <param name="feedback">Whose.</param>
    public void WriteValue(in FeedbackView feedback)
    {
        switch (feedback.Kind)
        {
            case FeedbackValueKind.Boolean:
                json.Raw(feedback.Integer != 0 ? "true"u8 : "false"u8);
                break;
            case FeedbackValueKind.Integer:
                json.Number(feedback.Integer);
                break;
            case FeedbackValueKind.Number:
                json.Number(feedback.Double);
                break;
            case FeedbackValueKind.Decimal:
                json.Number(feedback.Exact);
                break;
            case FeedbackValueKind.Text:
                json.Text(feedback.Text);
                break;
            case FeedbackValueKind.None:
            default:
                json.Raw("null"u8);
                break;
        }
    }

    // Up to the value, whose key MLflow's reader insists on also beside an error.
    private void WriteSource(ScorerPieces scorer, in FeedbackView feedback)
    {
        if (!feedback.SourceId.IsThere)
        {
            json.Raw(scorer.Source);

            return;
        }

        json.Raw(feedback.SourceType switch
        {
            AssessmentSourceType.Human => ",\"source\":{\"source_type\":\"HUMAN\",\"source_id\":"u8,
            AssessmentSourceType.LlmJudge => ",\"source\":{\"source_type\":\"LLM_JUDGE\",\"source_id\":"u8,
            AssessmentSourceType.Code => ",\"source\":{\"source_type\":\"CODE\",\"source_id\":"u8,
            _ => ",\"source\":{\"source_type\":\"SOURCE_TYPE_UNSPECIFIED\",\"source_id\":"u8,
        });
        json.Text(feedback.SourceId.Text);
        json.Raw("},\"feedback\":{\"value\":"u8);
    }

    private void WriteError(in FeedbackView feedback)
    {
        json.Raw(",\"error\":{\"error_code\":"u8);
        json.Text(feedback.Code);
        json.Raw(",\"error_message\":"u8);
        json.Text(feedback.Message);
        if (feedback.StackTrace is { IsThere: true } trace)
        {
            json.Raw(",\"stack_trace\":"u8);
            json.Text(trace.Text);
        }

        json.Raw("}"u8);
    }

    private void WriteMetadata(in UnitView unit, UnitPieces pieces, ScorerPieces scorer, in FeedbackView feedback)
    {
        json.Raw(",\"metadata\":{"u8);
        foreach (var pair in feedback.Metadata)
        {
            // These are the host's own to say.
            if (pair.Key is not (ScorerName or ScorerVersion or SessionKey))
            {
                json.Text(pair.Key);
                json.Raw(":"u8);
                json.Text(pair.Value);
                json.Raw(","u8);
            }
        }

        json.Raw(scorer.Metadata);
        if (unit.SessionId.IsThere)
        {
            json.Raw(",\"mlflow.trace.session\":"u8);
            json.Raw(pieces.SessionId);
        }

        json.Raw("},\"valid\":true}"u8);
    }
}
