using System.Collections.ObjectModel;

namespace ScriptHost.Contract;

/// <summary>
/// What a scorer says of one trace or session: a value with a reason, an error, or that it does not apply. A scorer may return one,
/// or many with names of their own.
/// </summary>
public sealed record Feedback
{
    /// <summary>A judgement.</summary>
    /// <param name="value">The value; null means that the scorer does not apply, and <paramref name="rationale"/> says why.</param>
    /// <param name="rationale">Why, for people; null when there is nothing to say.</param>
    /// <param name="name">What is judged; null takes the scorer's name.</param>
    /// <param name="source">Who judged; null means the scorer.</param>
    /// <param name="metadata">Further facts; copied.</param>
    public Feedback(
        FeedbackValue? value,
        string? rationale = null,
        string? name = null,
        AssessmentSource? source = null,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        Value = value is { Kind: FeedbackValueKind.None } ? null : value;
        Rationale = rationale;
        Name = name;
        Source = source;
        Metadata = metadata is null or { Count: 0 }
            ? ReadOnlyDictionary<string, string>.Empty
            : new ReadOnlyDictionary<string, string>(new Dictionary<string, string>(metadata, StringComparer.Ordinal));
    }

    private Feedback(AssessmentError error, string? name, Exception? cause)
        : this(value: null, name: name)
    {
        Error = error;
        Cause = cause;
    }

    /// <summary>The value; null when there is an <see cref="Error"/> or the scorer does not apply.</summary>
    public FeedbackValue? Value { get; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public AssessmentError? Error { get; }

    /// <summary>Why, for people; null when the scorer gave no reason.</summary>
    public string? Rationale { get; init; }

    /// <summary>What is judged; null takes the scorer's name.</summary>
    public string? Name { get; init; }

    /// <summary>Who judged; null means the scorer.</summary>
    public AssessmentSource? Source { get; init; }

    /// <summary>Further facts; empty when the scorer gave none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The exception that the script made <see cref="Error"/> from, for the host to read the stack of; null when it made none.</summary>
    internal Exception? Cause { get; }

    /// <summary>The scorer could not judge, and this is why.</summary>
    /// <param name="code">A stable, upper-case name of the error.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="name">What is judged; null takes the scorer's name.</param>
    public static Feedback Failed(string code, string message, string? name = null) =>
        new(new AssessmentError(code, message), name, cause: null);

    /// <summary>The scorer could not judge because of an exception; its type's name becomes the code, as MLflow has it.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="name">What is judged; null takes the scorer's name.</param>
    public static Feedback Failed(Exception exception, string? name = null) =>
        new(new AssessmentError(exception.GetType().Name, exception.Message), name, exception);

    /// <summary>The scorer has nothing to say of this trace or session; it counts neither as a pass nor as a fail.</summary>
    /// <param name="why">The reason, for people.</param>
    public static Feedback NotApplicable(string why) => new(value: null, why);

    /// <summary>An error as the host made it.</summary>
    internal static Feedback WithError(AssessmentError error, string name) => new(error, name, cause: null);
}
