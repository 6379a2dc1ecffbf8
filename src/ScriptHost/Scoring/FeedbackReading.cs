using System.Collections.ObjectModel;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Copies a script's feedback within limits, so that nothing that the host keeps is the script's own.</summary>
/// <param name="scorer">The scorer.</param>
internal sealed class FeedbackReading(BoundScorer scorer)
{
    private const int MaxName = 250;

    private const int MaxText = 100_000;

    private const int MaxMessage = 10_000;

    /// <summary>The most entries that a feedback's metadata has.</summary>
    public const int MaxMetadata = 100;

    private const int MaxMetadataValue = 10_000;

    // What nearly all feedback is named, looked at once.
    private string? own;

    /// <summary>A reason as it is kept.</summary>
    public static string Rationale(string text) => ScriptText.Clean(ScriptText.Shorten(text, MaxText));

    /// <summary>The copy, with a name and a source.</summary>
    /// <param name="feedback">The script's; has a value or an error.</param>
    /// <param name="name">What it says of itself that it judges, or the scorer's name.</param>
    /// <exception cref="ScorerFaultException">It is over a limit.</exception>
    public Feedback Read(Feedback feedback, string name)
    {
        var kept = ReferenceEquals(name, scorer.Name) ? own ??= Name(name) : Name(name);
        if (feedback.Error is { } error)
        {
            return Completed(Failed(error, feedback.Cause, kept), feedback);
        }

        if (feedback.Value is { Kind: FeedbackValueKind.Number, Number: { } number } && !double.IsFinite(number))
        {
            return Completed(Feedback.Failed(ErrorCode.NonFiniteValue, $"The value is {feedback.Value}; it must be a finite number.", kept), feedback);
        }

        var value = feedback.Value?.Text is { } text ? Text(text, kept) : feedback.Value;
        var read = new Feedback(value, Rationale(feedback), kept, Source(feedback.Source));

        return IsEmpty(feedback.Metadata) ? read : read with { Metadata = Metadata(feedback.Metadata) };
    }

    /// <summary>The feedback of a bare value, under the scorer's name.</summary>
    /// <exception cref="ScorerFaultException">It is over a limit.</exception>
    public Feedback Read(FeedbackValue value) => Read(new Feedback(value), scorer.Name);

    /// <summary>How many UTF-16 units of text a feedback has.</summary>
    public static long Size(Feedback feedback) => (feedback.Value?.Text?.Length ?? 0) + (feedback.Rationale?.Length ?? 0) + (feedback.Error?.Message.Length ?? 0)
        + (IsEmpty(feedback.Metadata) ? 0 : (feedback.Metadata ?? ReadOnlyDictionary<string, string>.Empty).Sum(m => (long)m.Key.Length + m.Value.Length));

    /// <summary>Whether a bare value can be kept as it is, under the scorer's name as it is.</summary>
    /// <exception cref="ScorerFaultException">The scorer's name is over a limit.</exception>
    public bool IsBare(FeedbackValue value) => value.Kind switch
    {
        FeedbackValueKind.Boolean or FeedbackValueKind.Integer => true,
        FeedbackValueKind.Number => value.Number is { } number && double.IsFinite(number),
        _ => false,
    } && (own ??= Name(scorer.Name)) == scorer.Name;

    private static string Name(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaxName
            ? ScriptText.CleanLine(name)
            : throw new ScorerFaultException(ErrorCode.InvalidName, $"A feedback's name has {name.Length} characters; it must have 1 to {MaxName}, and not be blank.");

    private static FeedbackValue Text(string text, string name) => text.Length <= MaxText
        ? ScriptText.Clean(text)
        : throw new ScorerFaultException(ErrorCode.ResultTooLarge, $"The value of '{name}' is a text of {text.Length} characters; at most {MaxText} are kept.");

    private static string? Rationale(Feedback feedback) => feedback.Rationale is { } rationale ? Rationale(rationale) : null;

    // What nearly all feedback has.
    private static bool IsEmpty(IReadOnlyDictionary<string, string>? metadata) =>
        metadata is null || ReferenceEquals(metadata, ReadOnlyDictionary<string, string>.Empty);

    private Feedback Completed(Feedback failed, Feedback feedback) => failed with
    {
        Rationale = Rationale(feedback),
        Source = Source(feedback.Source),
        Metadata = Metadata(feedback.Metadata),
    };

    private static ReadOnlyDictionary<string, string> Metadata(IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null || IsEmpty(metadata))
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in metadata)
        {
            if (copy.Count == MaxMetadata || key.Length > MaxName || value?.Length > MaxMetadataValue)
            {
                throw new ScorerFaultException(
                    ErrorCode.ResultTooLarge,
                    $"A feedback's metadata is too large; it may have {MaxMetadata} entries of {MaxName} and {MaxMetadataValue} characters.");
            }

            copy[ScriptText.CleanLine(key)] = ScriptText.Clean(value ?? "");
        }

        return copy.AsReadOnly();
    }

    private Feedback Failed(AssessmentError error, Exception? cause, string name)
    {
        // By its own codes the host tells which scorers not to call any more.
        var code = string.IsNullOrWhiteSpace(error.Code) || ErrorCode.IsEndOfWorker(error.Code) ? ErrorCode.ScorerError : ScriptText.CleanLine(ScriptText.Shorten(error.Code, MaxName));
        var stack = cause is null ? null : ScriptStack.Text(cause, scorer.Script, scorer.FileName);

        return Feedback.WithError(new(code, ScriptText.CleanMessage(error.Message ?? "", MaxMessage), stack), name);
    }

    private AssessmentSource Source(AssessmentSource? source) => source is null
        ? scorer.Source
        : new(
            Enum.IsDefined(source.Type) ? source.Type : AssessmentSourceType.Unspecified,
            string.IsNullOrWhiteSpace(source.Id) ? scorer.Name : ScriptText.CleanLine(ScriptText.Shorten(source.Id, MaxName)));
}
