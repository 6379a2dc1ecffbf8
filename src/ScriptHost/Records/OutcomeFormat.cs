using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>How outcomes go between processes and into the journal; <see cref="OutcomeCursor"/> reads them.</summary>
/// <param name="scorers">The names of the scorers that take part, in order.</param>
internal sealed class OutcomeFormat(IReadOnlyList<string> scorers)
{
    /// <summary>Beside its kind: an outcome is taken over from an earlier run, or stands for one that is.</summary>
    public const int TakenOver = 0x100;

    /// <summary>Beside its kind: what the call cost follows.</summary>
    public const int WithCost = 0x200;

    private readonly Dictionary<string, int> order = scorers.Select((s, i) => (s, i)).ToDictionary(StringComparer.Ordinal);

    // What nearly every feedback says is told with one byte.
    private readonly AssessmentSource[] sources = [.. scorers.Select(s => new AssessmentSource(AssessmentSourceType.Code, s))];

    /// <summary>The names of the scorers that take part, in order.</summary>
    public IReadOnlyList<string> Scorers => scorers;

    /// <summary>Writes the outcomes of one unit.</summary>
    public void Write(WireWriter writer, IReadOnlyList<Outcome> outcomes)
    {
        writer.Write(outcomes.Count);
        var next = 0;
        for (var i = 0; i < outcomes.Count; i++)
        {
            // Mostly there is one of each, in their order.
            var scorer = next < scorers.Count && scorers[next] == outcomes[i].Scorer ? next : order[outcomes[i].Scorer];
            Write(writer, outcomes[i], scorer);
            next = scorer + 1;
        }
    }

    private void Write(WireWriter writer, Outcome outcome, int scorer)
    {
        writer.Write(scorer);
        writer.Write((int)outcome.Kind | (outcome.IsTakenOver ? TakenOver : 0) | (outcome.Cost is null ? 0 : WithCost));
        if (outcome.Cost is { } cost)
        {
            writer.Write(cost.Time.Ticks);
            writer.Write(cost.Bytes);
        }

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
}
