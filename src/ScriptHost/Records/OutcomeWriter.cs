using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>Writes the outcomes of one unit after the other, in the order of scorers; <see cref="OutcomeCursor"/> reads them. Used by one thread.</summary>
/// <param name="format">The scorers.</param>
/// <param name="writer">Where to.</param>
internal sealed class OutcomeWriter(OutcomeFormat format, WireWriter writer)
{
    private readonly OutcomeSteps steps = new(writer);

    /// <summary>Begins a unit, behind whatever was written of it.</summary>
    public void Begin() => steps.Begin();

    /// <summary>Ends the unit: nothing may be written behind its outcomes.</summary>
    public void End() => steps.End();

    /// <summary>Adds an outcome.</summary>
    /// <param name="scorer">The scorer's index, higher than the last one's.</param>
    /// <param name="outcome">The outcome.</param>
    public void Add(int scorer, Outcome outcome)
    {
        var mark = (int)outcome.Kind | (outcome.IsTakenOver ? OutcomeMark.TakenOver : 0);
        Add(scorer, mark, outcome.Reason, outcome.Feedbacks, outcome.Cost);
    }

    /// <summary>Adds what a call gave.</summary>
    /// <param name="scorer">The scorer's index, higher than the last one's.</param>
    /// <param name="result">What the call led to.</param>
    /// <param name="cost">What the call cost; null when nobody asked.</param>
    public void Add(int scorer, ScorerResult result, CallCost? cost)
    {
        var kind = result.Kind;
        if (!result.IsBare)
        {
            Add(scorer, (int)kind, kind == OutcomeKind.NotApplicable ? result.Reason : null, result.Feedbacks, cost);

            return;
        }

        steps.Next(scorer);
        Write((int)kind | OutcomeMark.IsPlain, cost);
        Write(result.Value);
    }

    private void Add(int scorer, int mark, string? reason, IReadOnlyList<Feedback> feedbacks, CallCost? cost)
    {
        steps.Next(scorer);
        var isOne = reason is null && feedbacks.Count == 1 && (mark & OutcomeMark.Kind) == (int)OutcomeKind.Scored;
        if (isOne && feedbacks[0] is { Value: not null } feedback && MarkOf(feedback, scorer) is 0 or FeedbackMark.WithRationale)
        {
            Write(mark | OutcomeMark.IsPlain | (feedback.Rationale is null ? 0 : OutcomeMark.WithText), cost);
            Write(feedback.Value ?? default);
            WriteText(feedback.Rationale);

            return;
        }

        Write(mark | (reason is null ? 0 : OutcomeMark.WithText), cost);
        WriteText(reason);
        writer.Write(feedbacks.Count);
        for (var i = 0; i < feedbacks.Count; i++)
        {
            Write(feedbacks[i], scorer);
        }
    }

    private void Write(int mark, CallCost? cost)
    {
        writer.Write((byte)(mark | (cost is null ? 0 : OutcomeMark.WithCost)));
        if (cost is { } known)
        {
            writer.Write(known.Time.Ticks);
            writer.Write(known.Bytes);
        }
    }

    private void WriteText(string? text)
    {
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private int MarkOf(Feedback feedback, int scorer) =>
        (feedback.Name is null || feedback.Name == format.Scorers[scorer] ? 0 : FeedbackMark.WithName)
        | (feedback.Error is null ? 0 : FeedbackMark.IsError)
        | (feedback.Rationale is null ? 0 : FeedbackMark.WithRationale)
        | (format.IsOwn(feedback.Source, scorer) ? 0 : FeedbackMark.WithSource)
        | (feedback.Metadata.Count == 0 ? 0 : FeedbackMark.WithMetadata);

    private void Write(Feedback feedback, int scorer)
    {
        var mark = MarkOf(feedback, scorer);
        writer.Write((byte)mark);
        if ((mark & FeedbackMark.WithName) != 0)
        {
            WriteText(feedback.Name);
        }

        if (feedback.Error is { } error)
        {
            writer.Write(error.Code);
            writer.Write(error.Message);
            writer.WriteOptional(error.StackTrace);
        }
        else
        {
            Write(feedback.Value ?? default);
        }

        WriteText(feedback.Rationale);
        if ((mark & FeedbackMark.WithSource) != 0 && feedback.Source is { } source)
        {
            writer.Write((int)source.Type);
            writer.Write(source.Id);
        }

        if ((mark & FeedbackMark.WithMetadata) != 0)
        {
            writer.Write(feedback.Metadata.Count);
            foreach (var (key, value) in feedback.Metadata)
            {
                writer.Write(key);
                writer.Write(value);
            }
        }
    }

    private void Write(FeedbackValue value)
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
