using ScriptHost.Contract;

namespace ScriptHost.Records;

/// <summary>One feedback where it lies: what <see cref="Feedback"/> says.</summary>
internal readonly ref struct FeedbackView
{
    private static readonly int SourceTypes = (int)Enum.GetValues<AssessmentSourceType>().Max() + 1;

    private readonly long bits;
    private readonly decimal exact;

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public FeedbackView(scoped ref WireSpan wire)
    {
        Name = wire.ReadBoolean() ? default : new(wire.ReadText());
        IsError = wire.ReadBoolean();
        if (IsError)
        {
            Code = wire.ReadText();
            Message = wire.ReadText();
            StackTrace = wire.ReadOptional();
        }
        else
        {
            Kind = (FeedbackValueKind)wire.ReadByte();
            switch (Kind)
            {
                case FeedbackValueKind.None:
                    break;
                case FeedbackValueKind.Boolean:
                    bits = wire.ReadBoolean() ? 1 : 0;
                    break;
                case FeedbackValueKind.Integer:
                    bits = wire.ReadInt64();
                    break;
                case FeedbackValueKind.Number:
                    bits = wire.ReadInt64() is var number && double.IsFinite(BitConverter.Int64BitsToDouble(number)) ? number : throw WireReader.Broken();
                    break;
                case FeedbackValueKind.Decimal:
                    exact = ReadDecimal(ref wire);
                    break;
                case FeedbackValueKind.Text:
                    Text = wire.ReadText();
                    break;
                default:
                    throw WireReader.Broken();
            }
        }

        Rationale = wire.ReadOptional();
        if (!wire.ReadBoolean())
        {
            SourceType = (AssessmentSourceType)wire.ReadIndex(SourceTypes);
            SourceId = new(wire.ReadText());
        }

        Metadata = MetadataCursor.Read(ref wire);
    }

    /// <summary>Its name; missing when it is its scorer's.</summary>
    public OptionalText Name { get; }

    /// <summary>Whether it is an error, and not a value.</summary>
    public bool IsError { get; }

    /// <summary>The error's code; empty when there is none.</summary>
    public ReadOnlySpan<char> Code { get; }

    /// <summary>The error's message; empty when there is none.</summary>
    public ReadOnlySpan<char> Message { get; }

    /// <summary>Where the error came from; missing when nobody knows.</summary>
    public OptionalText StackTrace { get; }

    /// <summary>What the value is; nothing beside an error.</summary>
    public FeedbackValueKind Kind { get; }

    /// <summary>The value, when it is a text.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Why; missing when the scorer did not say.</summary>
    public OptionalText Rationale { get; }

    /// <summary>What gave it, when <see cref="SourceId"/> is there.</summary>
    public AssessmentSourceType SourceType { get; }

    /// <summary>Who gave it; missing when it is its scorer's code.</summary>
    public OptionalText SourceId { get; }

    /// <summary>Its metadata.</summary>
    public MetadataCursor Metadata { get; }

    /// <summary>The value, when it is true or false or a whole number.</summary>
    public long Integer => bits;

    /// <summary>The value, when it is a floating-point number; finite.</summary>
    public double Double => BitConverter.Int64BitsToDouble(bits);

    /// <summary>The value, when it is a decimal number.</summary>
    public decimal Exact => exact;

    /// <summary>The number that aggregations count it as; see <see cref="FeedbackValue.Number"/>. Null for an error.</summary>
    public double? Number => Kind switch
    {
        FeedbackValueKind.Boolean or FeedbackValueKind.Integer => bits,
        FeedbackValueKind.Number => Double,
        FeedbackValueKind.Decimal => (double)exact,
        FeedbackValueKind.Text => FeedbackValue.NumberOf(Text),
        _ => null,
    };

    /// <summary>Whether it is a verdict when its <see cref="Number"/> is one: a truth value or yes/no. Numbers have no end that is bad by itself.</summary>
    public bool CanBeVerdict => Kind is FeedbackValueKind.Boolean or FeedbackValueKind.Text;

    /// <summary>Whether it is a verdict that says no.</summary>
    public bool IsFailed => CanBeVerdict && Number is 0;

    /// <summary>An object of it, for those who keep it.</summary>
    /// <param name="scorer">The scorer's name.</param>
    public Feedback ToFeedback(string scorer)
    {
        var name = Name.ToString() ?? scorer;
        var feedback = IsError ? Feedback.WithError(new(Code.ToString(), Message.ToString(), StackTrace.ToString()), name) : new Feedback(Value(), name: name);

        return feedback with
        {
            Rationale = Rationale.ToString(),
            Source = SourceId.ToString() is { } id ? new(SourceType, id) : new(AssessmentSourceType.Code, scorer),
            Metadata = Metadata.ToDictionary(),
        };
    }

    private static decimal ReadDecimal(scoped ref WireSpan wire)
    {
        try
        {
            return new([wire.ReadInt32(), wire.ReadInt32(), wire.ReadInt32(), wire.ReadInt32()]);
        }
        catch (ArgumentException)
        {
            throw WireReader.Broken();
        }
    }

    private FeedbackValue? Value() => Kind switch
    {
        FeedbackValueKind.Boolean => bits != 0,
        FeedbackValueKind.Integer => bits,
        FeedbackValueKind.Number => Double,
        FeedbackValueKind.Decimal => exact,
        FeedbackValueKind.Text => Text.ToString(),
        _ => null,
    };
}
