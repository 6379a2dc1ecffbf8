using System.Buffers;
using System.Text.Json;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Writes <c>results.jsonl</c>: one line an outcome, UTF-8, ended by a line feed.</summary>
internal sealed class ResultsWriter : IDisposable
{
    private const int Full = 64 * 1024;

    // Encoded once: these stand in every line.
    private static readonly JsonEncodedText TraceId = JsonEncodedText.Encode("trace_id");
    private static readonly JsonEncodedText InSession = JsonEncodedText.Encode("in_session");
    private static readonly JsonEncodedText Scorer = JsonEncodedText.Encode("scorer");
    private static readonly JsonEncodedText OutcomeKey = JsonEncodedText.Encode("outcome");
    private static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    private static readonly JsonEncodedText Assessments = JsonEncodedText.Encode("assessments");

    private readonly Stream stream;
    private readonly AssessmentJson assessments;
    private readonly ArrayBufferWriter<byte> buffer = new(2 * Full);
    private readonly Utf8JsonWriter json;

    /// <summary>Begins.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="scorers">The scorers whose outcomes will come.</param>
    public ResultsWriter(Stream stream, IEnumerable<ScorerDescription> scorers)
    {
        this.stream = stream;
        assessments = new(scorers.ToDictionary(s => s.Name, s => s.Hash, StringComparer.Ordinal));
        json = new(buffer, JsonFormat.Line);
    }

    /// <summary>Writes one line, which may stay in memory until <see cref="Flush"/>.</summary>
    public void Write(Outcome outcome)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString(TraceId, outcome.TraceId);
        if (outcome.SessionId is { } session)
        {
            json.WriteString("session_id", session);
        }
        else if (outcome.InSession is { } belongsTo)
        {
            json.WriteString(InSession, belongsTo);
        }

        json.WriteString(Scorer, outcome.Scorer);
        json.WriteString(OutcomeKey, OutcomeName.Of(outcome.Kind));
        if (outcome.Reason is { } reason)
        {
            json.WriteString(Reason, reason);
        }

        json.WriteStartArray(Assessments);
        for (var index = 0; index < outcome.Feedbacks.Count; index++)
        {
            assessments.Write(json, outcome, outcome.Feedbacks[index], index);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= Full)
        {
            Flush();
        }
    }

    /// <summary>Hands to the stream all that was written.</summary>
    public void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        json.Dispose();
    }
}
