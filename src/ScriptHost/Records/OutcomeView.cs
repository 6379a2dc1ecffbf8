using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>One outcome where it lies: what <see cref="Outcome"/> says, but for the unit, without being made anew for each reader.</summary>
internal readonly ref struct OutcomeView
{
    private readonly int mark;
    private readonly int feedbacks;

    /// <summary>Reads one.</summary>
    /// <param name="wire">What <see cref="OutcomeWriter"/> wrote.</param>
    /// <param name="scorers">How many scorers there are.</param>
    /// <param name="last">The scorer of the outcome before; -1 when there is none.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public OutcomeView(scoped ref WireSpan wire, int scorers, int last)
    {
        var step = (int)wire.ReadByte();
        step = step > 0 ? step : wire.ReadInt32();
        Scorer = step > 0 && step < scorers - last ? last + step : throw WireReader.Broken();
        var rest = wire.Rest;
        var start = wire.Place;
        mark = wire.ReadByte();
        if (mark > OutcomeMark.All)
        {
            throw WireReader.Broken();
        }

        if (HasCost)
        {
            wire.Take(2 * sizeof(long));
        }

        if (IsPlain)
        {
            Count = 1;
            feedbacks = wire.Place - start;
            if (new FeedbackView(ref wire, PlainMark).Kind == FeedbackValueKind.None || Kind != OutcomeKind.Scored)
            {
                throw WireReader.Broken();
            }
        }
        else
        {
            Reason = (mark & OutcomeMark.WithText) != 0 ? new(wire.ReadText()) : default;
            Count = wire.ReadIndex(ResultReading.MaxFeedbacks + 1);
            feedbacks = wire.Place - start;
            for (var i = 0; i < Count; i++)
            {
                _ = new FeedbackView(ref wire);
            }
        }

        Body = rest[..(wire.Place - start)];
    }

    private OutcomeView(int scorer, OutcomeKind kind, OptionalText reason)
    {
        Scorer = scorer;
        mark = (int)kind;
        Reason = reason;
    }

    /// <summary>The scorer's index.</summary>
    public int Scorer { get; }

    /// <summary>How it ended.</summary>
    public OutcomeKind Kind => (OutcomeKind)(mark & OutcomeMark.Kind);

    /// <summary>Whether it is an earlier run's, or stands for one that is.</summary>
    public bool IsTakenOver => (mark & OutcomeMark.TakenOver) != 0;

    /// <summary>Whether it has one feedback with a value, named after its scorer and from its code, and no metadata; see <see cref="Plain"/>.</summary>
    public bool IsPlain => (mark & OutcomeMark.IsPlain) != 0;

    /// <summary>The only feedback of one that is plain.</summary>
    public FeedbackView Plain
    {
        get
        {
            var wire = new WireSpan(Body, feedbacks);

            return new(ref wire, PlainMark);
        }
    }

    /// <summary>What the call cost; null when nobody asked, or when there was none.</summary>
    public CallCost? Cost
    {
        get
        {
            if (!HasCost)
            {
                return null;
            }

            var wire = new WireSpan(Body, place: 1);

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
    public FeedbackCursor Feedbacks => new(Count, Body[feedbacks..], IsPlain ? PlainMark : -1);

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

    /// <summary>Whether it is known what the call cost.</summary>
    public bool HasCost => (mark & OutcomeMark.WithCost) != 0;

    private int PlainMark => (mark & OutcomeMark.WithText) != 0 ? FeedbackMark.WithRationale : 0;

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
