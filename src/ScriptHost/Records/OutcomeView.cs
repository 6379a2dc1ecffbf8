using System.Diagnostics.CodeAnalysis;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>One outcome where it lies: what <see cref="Outcome"/> says, without being made anew for each reader.</summary>
internal readonly ref struct OutcomeView
{
    private readonly UnitView unit;
    private readonly FeedbackView first;
    private readonly ReadOnlySpan<byte> others;

    private OutcomeView(scoped in UnitView unit, int scorer, OutcomeKind kind, OptionalText reason)
    {
        this.unit = unit;
        Scorer = scorer;
        Kind = kind;
        Reason = reason;
    }

    /// <summary>Reads one.</summary>
    /// <param name="wire">What <see cref="OutcomeFormat"/> wrote.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="scorers">How many scorers there are.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public OutcomeView(scoped ref WireSpan wire, scoped in UnitView unit, int scorers)
    {
        this.unit = unit;
        Scorer = wire.ReadIndex(scorers);
        var body = wire.Rest;
        var said = wire.ReadInt32();
        var kind = said & ~(OutcomeFormat.TakenOver | OutcomeFormat.WithCost);
        Kind = kind is >= 0 and <= (int)OutcomeKind.Skipped ? (OutcomeKind)kind : throw WireReader.Broken();
        IsTakenOver = (said & OutcomeFormat.TakenOver) != 0;
        Cost = (said & OutcomeFormat.WithCost) == 0 ? null : new(new(wire.ReadInt64()), wire.ReadInt64());
        Reason = wire.ReadOptional();
        Count = wire.ReadIndex(ResultReading.MaxFeedbacks + 1);
        if (Count > 0)
        {
            first = new(ref wire);
            var rest = wire.Rest;
            for (var i = 1; i < Count; i++)
            {
                _ = new FeedbackView(ref wire);
            }

            others = rest[..^wire.Rest.Length];
        }

        Body = body[..^wire.Rest.Length];
    }

    /// <summary>The unit.</summary>
    [UnscopedRef]
    public ref readonly UnitView Unit => ref unit;

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
    public FeedbackCursor Feedbacks => new(Count, in first, others);

    /// <summary>The code of the error that is all that the scorer's call gave; empty when it gave something else.</summary>
    public ReadOnlySpan<char> OnlyError => Kind == OutcomeKind.Error && Count == 1 ? first.Code : default;

    /// <summary>The scorer was not asked.</summary>
    public static OutcomeView Skipped(scoped in UnitView unit, int scorer, string reason) => new(unit, scorer, OutcomeKind.Skipped, new(reason));

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
