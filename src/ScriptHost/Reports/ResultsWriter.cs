using System.Runtime.CompilerServices;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Writes <c>results.jsonl</c>: one line an outcome, UTF-8, ended by a line feed.</summary>
internal sealed class ResultsWriter : IDisposable
{
    // What is written in whole pages costs the system half of what other lengths do.
    private const int Full = 256 * 1024;

    private const int HexLength = 32;

    private readonly Stream stream;
    private readonly JsonLine json = new();
    private readonly AssessmentJson assessments;
    private readonly ScorerPieces[] scorers;
    private readonly UnitPieces unit = new();

    /// <summary>Begins.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="scorers">The scorers whose outcomes will come, by index.</param>
    public ResultsWriter(Stream stream, IEnumerable<ScorerDescription> scorers)
    {
        this.stream = stream;
        this.scorers = [.. scorers.Select(s => new ScorerPieces(s))];
        assessments = new(json);
    }

    /// <summary>Writes one line, which may stay in memory until <see cref="Flush"/>.</summary>
    public void Write(in UnitView of, in OutcomeView outcome)
    {
        unit.Take(of);
        var scorer = scorers[outcome.Scorer];
        if (outcome.IsPlain && !of.SessionId.IsThere && outcome.Plain is { Rationale.IsThere: false } plain)
        {
            WritePlain(of, scorer, plain);
        }
        else
        {
            WriteAny(of, scorer, outcome);
        }

        if (json.Length >= Full)
        {
            var whole = json.Length - (json.Length % Full);
            stream.Write(json.Written[..whole]);
            json.Leave(whole);
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

    // What nearly every line of a scorer of numbers is, put together with one look at the room that it takes.
    private void WritePlain(in UnitView of, ScorerPieces scorer, in FeedbackView value)
    {
        var room = json.Open(unit.Head.Length + scorer.PlainOpening.Length + HexLength + scorer.Name.Length + unit.TraceId.Length + scorer.Source.Length);
        var rest = room;
        Put(unit.Head, ref rest);
        Put(scorer.PlainOpening, ref rest);
        JsonLine.Hex(scorer.Ids.Of(of.Key), rest);
        rest = rest[HexLength..];
        Put(scorer.Name, ref rest);
        Put(unit.TraceId, ref rest);
        Put(scorer.Source, ref rest);
        json.Fill(room.Length - rest.Length);
        assessments.WriteValue(value);
        json.Raw(scorer.PlainEnd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ReadOnlySpan<byte> piece, ref Span<byte> rest)
    {
        piece.CopyTo(rest);
        rest = rest[piece.Length..];
    }

    private void WriteAny(in UnitView of, ScorerPieces scorer, in OutcomeView outcome)
    {
        json.Raw(unit.Head);
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
            assessments.Write(of, unit, scorer, feedback, index++);
        }

        json.Raw("]}\n"u8);
    }
}
