using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>One outcome where it lies: what <see cref="Outcome"/> says, but for the unit, without being made anew for each reader.</summary>
internal readonly ref struct OutcomeView
{
    private readonly int said;
    private readonly int feedbacks;

    /// <summary>Reads one.</summary>
    /// <param name="wire">What <see cref="OutcomeFormat"/> wrote.</param>
    /// <param name="scorers">How many scorers there are.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public OutcomeView(scoped ref WireSpan wire, int scorers)
    {
        Scorer = wire.ReadIndex(scorers);
        var rest = wire.Rest;
        var start = wire.Place;
        said = wire.ReadInt32();
        if (said is < 0 or > (OutcomeFormat.TakenOver | OutcomeFormat.WithCost | (int)OutcomeKind.Skipped) || Kind > OutcomeKind.Skipped)
        {
            throw WireReader.Broken();
        }

        if (HasCost)
        {
            wire.Take(2 * sizeof(long));
        }

        Reason = wire.ReadOptional();
        Count = wire.ReadIndex(ResultReading.MaxFeedbacks + 1);
        feedbacks = wire.Place - start;
        for (var i = 0; i < Count; i++)
        {
            _ = new FeedbackView(ref wire);
        }

        Body = rest[..(wire.Place - start)];
    }

    private OutcomeView(int scorer, OutcomeKind kind, OptionalText reason)
    {
        Scorer = scorer;
        said = (int)kind;
        Reason = reason;
    }

    /// <summary>The scorer's index.</summary>
    public int Scorer { get; }

    /// <summary>How it ended.</summary>
    public OutcomeKind Kind => (OutcomeKind)(said & ~(OutcomeFormat.TakenOver | OutcomeFormat.WithCost));

    /// <summary>Whether it is an earlier run's, or stands for one that is.</summary>
    public bool IsTakenOver => (said & OutcomeFormat.TakenOver) != 0;

    /// <summary>What the call cost; null when nobody asked, or when there was none.</summary>
    public CallCost? Cost
    {
        get
        {
            if (!HasCost)
            {
                return null;
            }

            var wire = new WireSpan(Body, sizeof(int));

            return new(new(wire.ReadInt64()), wire.ReadInt64());
        }
    }

    /// <summary>Why it was not scored; missing when it was.</summary>
    public OptionalText Reason { get; }

    /// <summary>How many feedbacks there are.</summary>
    public int Count { get; }

    /// <summary>All that is written of it behind the scorer; empty when it was not read from anywhere.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>What the scorer said.</summary>
    public FeedbackCursor Feedbacks => new(Count, Body[feedbacks..]);

    /// <summary>The code of the error that is all that the scorer's call gave; empty when it gave something else.</summary>
    public ReadOnlySpan<char> OnlyError
    {
        get
        {
            if (Kind != OutcomeKind.Error || Count != 1)
            {
                return default;
            }

            var wire = new WireSpan(Body, feedbacks);

            return new FeedbackView(ref wire).Code;
        }
    }

    private bool HasCost => (said & OutcomeFormat.WithCost) != 0;

    /// <summary>The scorer was not asked.</summary>
    public static OutcomeView Skipped(int scorer, string reason) => new(scorer, OutcomeKind.Skipped, new(reason));

    /// <summary>An object of it, for those who keep it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="scorers">The names of the scorers.</param>
    public Outcome ToOutcome(in UnitView unit, IReadOnlyList<string> scorers)
    {
        var found = new List<Feedback>(Count);
        foreach (var feedback in Feedbacks)
        {
            found.Add(feedback.ToFeedback(scorers[Scorer]));
        }

        return new()
        {
            Scorer = scorers[Scorer],
            TraceId = unit.TraceId.ToString(),
            SessionId = unit.SessionId.ToString(),
            InSession = unit.InSession.ToString(),
            Kind = Kind,
            Reason = Reason.ToString(),
            Feedbacks = found,
        };
    }
}
