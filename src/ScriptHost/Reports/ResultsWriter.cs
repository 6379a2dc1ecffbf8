using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Writes <c>results.jsonl</c>: one line an outcome, UTF-8, ended by a line feed.</summary>
internal sealed class ResultsWriter : IDisposable
{
    private const int Full = 64 * 1024;

    private readonly Stream stream;
    private readonly JsonLine json = new();
    private readonly AssessmentJson assessments;
    private readonly ScorerPieces[] scorers;
    private readonly QuotedText trace = new();
    private readonly QuotedText session = new();

    /// <summary>Begins.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="scorers">The scorers whose outcomes will come, by index.</param>
    public ResultsWriter(Stream stream, IEnumerable<ScorerDescription> scorers)
    {
        this.stream = stream;
        this.scorers = [.. scorers.Select(s => new ScorerPieces(s))];
        assessments = new(json, session);
    }

    /// <summary>Writes one line, which may stay in memory until <see cref="Flush"/>.</summary>
    public void Write(in UnitView unit, in OutcomeView outcome)
    {
        var scorer = scorers[outcome.Scorer];
        var traceId = trace.Of(unit.TraceId);
        json.Raw("{\"trace_id\":"u8);
        json.Raw(traceId);
        if (unit.SessionId.IsThere)
        {
            json.Raw(",\"session_id\":"u8);
            json.Raw(session.Of(unit.SessionId.Text));
        }
        else if (unit.InSession.IsThere)
        {
            json.Raw(",\"in_session\":"u8);
            json.Raw(session.Of(unit.InSession.Text));
        }

        if (outcome.Reason.IsThere)
        {
            json.Raw(scorer.Outcomes[(int)outcome.Kind]);
            json.Raw(",\"reason\":"u8);
            json.Text(outcome.Reason.Text);
            json.Raw(",\"assessments\":["u8);
        }
        else
        {
            json.Raw(scorer.Openings[(int)outcome.Kind]);
        }

        var index = 0;
        foreach (ref readonly var feedback in outcome.Feedbacks)
        {
            assessments.Write(unit, traceId, scorer, feedback, index++);
        }

        json.Raw("]}\n"u8);
        if (json.Length >= Full)
        {
            Flush();
        }
    }

    /// <summary>Hands to the stream all that was written.</summary>
    public void Flush()
    {
        stream.Write(json.Written);
        json.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();
}
