using System.Collections.ObjectModel;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>How outcomes go between processes and into the journal.</summary>
/// <param name="scorers">The names of the scorers that take part, in order.</param>
internal sealed class OutcomeFormat(IReadOnlyList<string> scorers)
{
    private readonly Dictionary<string, int> order = scorers.Select((s, i) => (s, i)).ToDictionary(StringComparer.Ordinal);

    // What nearly every feedback and outcome says is told with one byte, and read without making it anew.
    private readonly AssessmentSource[] sources = [.. scorers.Select(s => new AssessmentSource(AssessmentSourceType.Code, s))];
    private readonly string[] reasons = [.. scorers.Select(_ => "")];

    /// <summary>Writes the outcomes of one unit.</summary>
    public void Write(WireWriter writer, IReadOnlyList<Outcome> outcomes)
    {
        writer.Write(outcomes.Count);
        for (var i = 0; i < outcomes.Count; i++)
        {
            Write(writer, outcomes[i]);
        }
    }

    /// <summary>Reads the outcomes of one unit.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="traceId">The unit's trace; a session's oldest one.</param>
    /// <param name="sessionId">The session; null for a trace.</param>
    /// <param name="inSession">The session that a trace belongs to; null when it belongs to none.</param>
    /// <exception cref="InvalidDataException">They make no sense.</exception>
    public IReadOnlyList<Outcome> Read(WireReader reader, string traceId, string? sessionId, string? inSession = null)
    {
        var outcomes = new Outcome[reader.ReadIndex(scorers.Count + 1)];
        var last = -1;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var scorer = reader.ReadIndex(scorers.Count);
            last = scorer > last ? scorer : throw WireReader.Broken();
            outcomes[i] = new()
            {
                Scorer = scorers[scorer],
                TraceId = traceId,
                SessionId = sessionId,
                InSession = inSession,
                Kind = (OutcomeKind)reader.ReadIndex((int)OutcomeKind.Skipped + 1),
                Reason = reader.ReadBoolean() ? reasons[scorer] = reader.ReadString(reasons[scorer]) : null,
                Feedbacks = Feedbacks(reader, scorer),
            };
        }

        return outcomes;
    }

    private void Write(WireWriter writer, Outcome outcome)
    {
        var scorer = order[outcome.Scorer];
        writer.Write(scorer);
        writer.Write((int)outcome.Kind);
        writer.WriteOptional(outcome.Reason);
        writer.Write(outcome.Feedbacks.Count);
        for (var i = 0; i < outcome.Feedbacks.Count; i++)
        {
            Write(writer, outcome.Feedbacks[i], scorer);
        }
    }

    private void Write(WireWriter writer, Feedback feedback, int scorer)
    {
        var name = feedback.Name ?? scorers[scorer];
        writer.Write(name == scorers[scorer]);
        if (name != scorers[scorer])
        {
            writer.Write(name);
        }

        writer.Write(feedback.Error is not null);
        if (feedback.Error is { } error)
        {
            writer.Write(error.Code);
            writer.Write(error.Message);
            writer.WriteOptional(error.StackTrace);
        }
        else
        {
            Write(writer, feedback.Value ?? default);
        }

        writer.WriteOptional(feedback.Rationale);
        var isOwn = feedback.Source is null || feedback.Source == sources[scorer];
        writer.Write(isOwn);
        if (!isOwn && feedback.Source is { } source)
        {
            writer.Write((int)source.Type);
            writer.Write(source.Id);
        }

        writer.Write(feedback.Metadata.Count);
        foreach (var (key, value) in feedback.Metadata)
        {
            writer.Write(key);
            writer.Write(value);
        }
    }

    private static void Write(WireWriter writer, FeedbackValue value)
    {
        writer.Write((byte)value.Kind);
        switch (value.Kind)
        {
            case FeedbackValueKind.Boolean:
                writer.Write(value.Boolean == true);
                break;
            case FeedbackValueKind.Integer:
                writer.Write(value.Integer);
                break;
            case FeedbackValueKind.Number:
                writer.Write(BitConverter.DoubleToInt64Bits(value.Number ?? 0));
                break;
            case FeedbackValueKind.Decimal:
                foreach (var part in decimal.GetBits(value.Exact))
                {
                    writer.Write(part);
                }

                break;
            case FeedbackValueKind.Text:
                writer.Write(value.Text ?? "");
                break;
            case FeedbackValueKind.None:
                break;
        }
    }

    private static FeedbackValue? Value(WireReader reader) => (FeedbackValueKind)reader.ReadByte() switch
    {
        FeedbackValueKind.None => null,
        FeedbackValueKind.Boolean => reader.ReadBoolean(),
        FeedbackValueKind.Integer => reader.ReadInt64(),
        FeedbackValueKind.Number => BitConverter.Int64BitsToDouble(reader.ReadInt64()) is var number && double.IsFinite(number) ? number : throw WireReader.Broken(),
        FeedbackValueKind.Decimal => Exact([reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()]),
        FeedbackValueKind.Text => reader.ReadString(),
        _ => throw WireReader.Broken(),
    };

    private static decimal Exact(int[] parts)
    {
        try
        {
            return new(parts);
        }
        catch (ArgumentException)
        {
            throw WireReader.Broken();
        }
    }

    private Feedback[] Feedbacks(WireReader reader, int scorer)
    {
        var count = reader.ReadIndex(ResultReading.MaxFeedbacks + 1);
        if (count == 0)
        {
            return [];
        }

        var feedbacks = new Feedback[count];
        for (var i = 0; i < count; i++)
        {
            feedbacks[i] = Read(reader, scorer);
        }

        return feedbacks;
    }

    private Feedback Read(WireReader reader, int scorer)
    {
        var name = reader.ReadBoolean() ? scorers[scorer] : reader.ReadString();
        var feedback = reader.ReadBoolean()
            ? Feedback.WithError(new(reader.ReadString(), reader.ReadString(), reader.ReadOptional()), name)
            : new Feedback(Value(reader), name: name);

        return feedback with
        {
            Rationale = reader.ReadOptional(),
            Source = reader.ReadBoolean()
                ? sources[scorer]
                : new((AssessmentSourceType)reader.ReadIndex((int)Enum.GetValues<AssessmentSourceType>().Max() + 1), reader.ReadString()),
            Metadata = Metadata(reader),
        };
    }

    private static ReadOnlyDictionary<string, string> Metadata(WireReader reader)
    {
        var count = reader.ReadIndex(FeedbackReading.MaxMetadata + 1);
        if (count == 0)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var metadata = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (!metadata.TryAdd(reader.ReadString(), reader.ReadString()))
            {
                throw WireReader.Broken();
            }
        }

        return metadata.AsReadOnly();
    }
}
