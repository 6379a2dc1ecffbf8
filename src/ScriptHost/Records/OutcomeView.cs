using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>One outcome where it lies: what <see cref="Outcome"/> says, without being made anew for each reader.</summary>
internal readonly ref struct OutcomeView
{
    private readonly FeedbackView first;
    private readonly ReadOnlySpan<byte> others;

    private OutcomeView(UnitView unit, int scorer, OutcomeKind kind, OptionalText reason, bool isTakenOver, CallCost? cost)
    {
        IsTakenOver = isTakenOver;
        Cost = cost;
        Unit = unit;
        Scorer = scorer;
        Kind = kind;
        Reason = reason;
    }

    private OutcomeView(OutcomeView head, ReadOnlySpan<byte> body)
    {
        this = head;
        Body = body;
    }

    private OutcomeView(OutcomeView head, int count, FeedbackView first, ReadOnlySpan<byte> others)
    {
        this = head;
        Count = count;
        this.first = first;
        this.others = others;
    }

    /// <summary>The unit.</summary>
    public UnitView Unit { get; }

    /// <summary>The scorer's index.</summary>
    public int Scorer { get; }

    /// <summary>How it ended.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Whether it is an earlier run's, or stands for one that is.</summary>
    public bool IsTakenOver { get; }

    /// <summary>What the call cost; null when nobody asked, or when there was none.</summary>
    public CallCost? Cost { get; }

    /// <summary>Why it was not scored; missing when it was.</summary>
    public OptionalText Reason { get; }

    /// <summary>How many feedbacks there are.</summary>
    public int Count { get; }

    /// <summary>All that is written of it behind the scorer; empty when it was not read from anywhere.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>What the scorer said.</summary>
    public FeedbackCursor Feedbacks => new(Count, first, others);

    /// <summary>The code of the error that is all that the scorer's call gave; empty when it gave something else.</summary>
    public ReadOnlySpan<char> OnlyError => Kind == OutcomeKind.Error && Count == 1 ? first.Code : default;

    /// <summary>The scorer was not asked.</summary>
    public static OutcomeView Skipped(UnitView unit, int scorer, string reason) => new(unit, scorer, OutcomeKind.Skipped, new(reason), isTakenOver: false, cost: null);

    /// <summary>Reads one.</summary>
    /// <param name="wire">What <see cref="OutcomeFormat"/> wrote.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="scorers">How many scorers there are.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static OutcomeView Read(scoped ref WireSpan wire, UnitView unit, int scorers)
    {
        var scorer = wire.ReadIndex(scorers);
        var body = wire.Rest;
        var said = wire.ReadInt32();
        var kind = said & ~(OutcomeFormat.TakenOver | OutcomeFormat.WithCost);
        CallCost? cost = (said & OutcomeFormat.WithCost) == 0 ? null : new(new(wire.ReadInt64()), wire.ReadInt64());
        var head = new OutcomeView(unit, scorer, kind is >= 0 and <= (int)OutcomeKind.Skipped ? (OutcomeKind)kind : throw WireReader.Broken(), wire.ReadOptional(), (said & OutcomeFormat.TakenOver) != 0, cost);
        var count = wire.ReadIndex(ResultReading.MaxFeedbacks + 1);
        if (count > 0)
        {
            var first = FeedbackView.Read(ref wire);
            var others = wire.Rest;
            for (var i = 1; i < count; i++)
            {
                FeedbackView.Read(ref wire);
            }

            head = new(head, count, first, others[..^wire.Rest.Length]);
        }

        return new(head, body[..^wire.Rest.Length]);
    }

    /// <summary>An object of it, for those who keep it.</summary>
    /// <param name="scorers">The names of the scorers.</param>
    public Outcome ToOutcome(IReadOnlyList<string> scorers)
    {
        var feedbacks = new List<Feedback>(Count);
        foreach (var feedback in Feedbacks)
        {
            feedbacks.Add(feedback.ToFeedback(scorers[Scorer]));
        }

        return new()
        {
            Scorer = scorers[Scorer],
            TraceId = Unit.TraceId.ToString(),
            SessionId = Unit.SessionId.ToString(),
            InSession = Unit.InSession.ToString(),
            Kind = Kind,
            Reason = Reason.ToString(),
            Feedbacks = feedbacks,
        };
    }
}
