using ScriptHost.Contract;

namespace ScriptHost.Records;

/// <summary>
/// One feedback where it lies: what <see cref="Feedback"/> says. All of it is checked when it is read; then only places are known, and what is asked
/// for is read once more: most readers ask for little, and a view of many spans is copied at more cost than it is read.
/// </summary>
internal readonly ref struct FeedbackView
{
    // The last one there is: to ask for all of them is compiled at every start of the program.
    private const int SourceTypes = (int)AssessmentSourceType.Code + 1;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly int mark;
    private readonly int content;
    private readonly int rationale;
    private readonly int source;
    private readonly int metadata;

    /// <summary>Reads one.</summary>
    /// <param name="wire">Stands at its <see cref="FeedbackMark"/>.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public FeedbackView(scoped ref WireSpan wire)
        : this(ref wire, wire.ReadByte())
    {
    }

    /// <summary>Reads one whose mark is known.</summary>
    /// <param name="wire">Stands behind its mark.</param>
    /// <param name="mark">See <see cref="FeedbackMark"/>.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public FeedbackView(scoped ref WireSpan wire, int mark)
    {
        bytes = wire.Rest;
        this.mark = mark <= FeedbackMark.All ? mark : throw WireReader.Broken();
        var start = wire.Place;
        if (Has(FeedbackMark.WithName))
        {
            wire.ReadText();
        }

        if (IsError)
        {
            content = wire.Place - start;
            wire.ReadText();
            wire.ReadText();
            wire.ReadOptional();
        }
        else
        {
            Kind = (FeedbackValueKind)wire.ReadByte();
            content = wire.Place - start;
            switch (Kind)
            {
                case FeedbackValueKind.None:
                    break;
                case FeedbackValueKind.Boolean:
                    Integer = wire.ReadBoolean() ? 1 : 0;
                    break;
                case FeedbackValueKind.Integer:
                    Integer = wire.ReadInt64();
                    break;
                case FeedbackValueKind.Number:
                    Integer = wire.ReadInt64() is var number && double.IsFinite(BitConverter.Int64BitsToDouble(number)) ? number : throw WireReader.Broken();
                    break;
                case FeedbackValueKind.Decimal:
                    wire.ReadDecimal();
                    break;
                case FeedbackValueKind.Text:
                    wire.ReadText();
                    break;
                default:
                    throw WireReader.Broken();
            }
        }

        if (Has(FeedbackMark.WithRationale))
        {
            rationale = wire.Place - start;
            wire.ReadText();
        }

        if (Has(FeedbackMark.WithSource))
        {
            source = wire.Place - start;
            wire.ReadIndex(SourceTypes);
            wire.ReadText();
        }

        if (Has(FeedbackMark.WithMetadata))
        {
            metadata = wire.Place - start;
            MetadataCursor.Check(ref wire);
        }
    }

    /// <summary>Its name; missing when it is its scorer's.</summary>
    public OptionalText Name => Has(FeedbackMark.WithName) ? new(At(0).ReadText()) : default;

    /// <summary>Whether it is an error, and not a value.</summary>
    public bool IsError => Has(FeedbackMark.IsError);

    /// <summary>The error's code; empty when there is none.</summary>
    public ReadOnlySpan<char> Code => IsError ? At(content).ReadText() : default;

    /// <summary>The error's message; empty when there is none.</summary>
    public ReadOnlySpan<char> Message => IsError ? Behind(At(content), texts: 1).ReadText() : default;

    /// <summary>Where the error came from; missing when nobody knows.</summary>
    public OptionalText StackTrace => IsError ? Behind(At(content), texts: 2).ReadOptional() : default;

    /// <summary>What the value is; nothing beside an error.</summary>
    public FeedbackValueKind Kind { get; }

    /// <summary>The value, when it is a text.</summary>
    public ReadOnlySpan<char> Text => Kind == FeedbackValueKind.Text ? At(content).ReadText() : default;

    /// <summary>Why; missing when the scorer did not say.</summary>
    public OptionalText Rationale => Has(FeedbackMark.WithRationale) ? new(At(rationale).ReadText()) : default;

    /// <summary>What gave it, when <see cref="SourceId"/> is there.</summary>
    public AssessmentSourceType SourceType => Has(FeedbackMark.WithSource) ? (AssessmentSourceType)At(source).ReadInt32() : default;

    /// <summary>Who gave it; missing when it is its scorer's code.</summary>
    public OptionalText SourceId => Has(FeedbackMark.WithSource) ? new(At(source + sizeof(int)).ReadText()) : default;

    /// <summary>Its metadata.</summary>
    public MetadataCursor Metadata => Has(FeedbackMark.WithMetadata) ? new(At(metadata)) : default;

    /// <summary>The value, when it is true or false or a whole number.</summary>
    public long Integer { get; }

    /// <summary>The value, when it is a floating-point number; finite.</summary>
    public double Double => BitConverter.Int64BitsToDouble(Integer);

    /// <summary>The value, when it is a decimal number.</summary>
    public decimal Exact => Kind == FeedbackValueKind.Decimal ? At(content).ReadDecimal() : 0;

    /// <summary>The number that aggregations count it as; see <see cref="FeedbackValue.Number"/>. Null for an error.</summary>
    public double? Number => Kind switch
    {
        FeedbackValueKind.Boolean or FeedbackValueKind.Integer => Integer,
        FeedbackValueKind.Number => Double,
        FeedbackValueKind.Decimal => (double)Exact,
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

    private static WireSpan Behind(WireSpan wire, int texts)
    {
        for (; texts > 0; texts--)
        {
            wire.ReadText();
        }

        return wire;
    }

    private bool Has(int part) => (mark & part) != 0;

    private WireSpan At(int place) => new(bytes, place);

    private FeedbackValue? Value() => Kind switch
    {
        FeedbackValueKind.Boolean => Integer != 0,
        FeedbackValueKind.Integer => Integer,
        FeedbackValueKind.Number => Double,
        FeedbackValueKind.Decimal => Exact,
        FeedbackValueKind.Text => Text.ToString(),
        _ => null,
    };
}
