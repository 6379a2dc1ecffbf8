using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Makes feedback of what a script returned. Runs the script's code: lists are enumerated here, and tasks awaited.</summary>
/// <param name="scorer">The scorer.</param>
internal sealed class ResultReading(BoundScorer scorer)
{
    /// <summary>The most feedbacks that one call gives.</summary>
    public const int MaxFeedbacks = 1_000;

    // So many UTF-16 units of text: what a call gives is held in memory with what others gave, until it is written.
    private const long MaxText = 4_000_000;

    // Among so few names, looking at each is quicker than making a set of them.
    private const int Few = 8;

    private const string NoValue = "The scorer returned no value.";

    private readonly FeedbackReading reading = new(scorer);

    /// <summary>The feedback, with names and sources.</summary>
    /// <param name="result">What the script returned.</param>
    /// <param name="deadline">Ends the wait for a task, and a list's enumeration between two items.</param>
    /// <exception cref="ScorerFaultException">The result cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The deadline passed.</exception>
    public ScorerResult Read(object? result, CancellationToken deadline) => (IsNoTask(result) ? result : TaskReading.Await(result, deadline)) switch
    {
        null => new([], NoValue),
        Feedback feedback => One(feedback),
        IEnumerable<Feedback> feedbacks => Many(feedbacks, deadline),
        var value => One(Value(value)),
    };

    // Told at one look, of what nearly all scorers return.
    private static bool IsNoTask(object? result) => result is Feedback or bool or int or double or string;

    private static FeedbackValue Value(object value) => value switch
    {
        bool v => v,
        int v => v,
        long v => v,
        float v => v,
        double v => v,
        decimal v => v,
        string v => v,
        Enum v => v.ToString(),
        FeedbackValue v => v,
        _ => throw new ScorerFaultException(
            ErrorCode.UnsupportedResult,
            $"The scorer returned a value of type '{CSharpName.Of(value.GetType())}'; it must return {ReturnRule.Right}."),
    };

    private static bool Holds(List<Feedback> kept, string? name)
    {
        foreach (var feedback in kept)
        {
            if (feedback.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Applies(Feedback feedback) => feedback is { Value: not null } or { Error: not null };

    private static ScorerResult NotApplicable(string? reason) =>
        new([], string.IsNullOrWhiteSpace(reason) ? NoValue : FeedbackReading.Rationale(reason));

    private ScorerResult One(Feedback feedback) =>
        Applies(feedback) ? new([reading.Read(feedback, feedback.Name ?? scorer.Name)], Reason: null) : NotApplicable(feedback.Rationale);

    private ScorerResult One(FeedbackValue value) =>
        value.Kind == FeedbackValueKind.None ? new([], NoValue)
        : reading.IsBare(value) ? new([], Reason: null, value)
        : new([reading.Read(value)], Reason: null);

    private ScorerResult Many(IEnumerable<Feedback?> feedbacks, CancellationToken deadline)
    {
        var kept = new List<Feedback>();
        HashSet<string>? names = null;
        string? reason = null;
        var (count, text) = (0, 0L);
        foreach (var feedback in feedbacks)
        {
            deadline.ThrowIfCancellationRequested();
            if (++count > MaxFeedbacks)
            {
                throw new ScorerFaultException(ErrorCode.TooManyFeedbacks, $"The scorer returned more than {MaxFeedbacks} feedbacks; that is the limit.");
            }

            if (feedback is null)
            {
                throw new ScorerFaultException(ErrorCode.UnsupportedResult, $"Feedback {count} of the scorer's list is null; leave it out, or return Feedback.NotApplicable.");
            }

            if (!Applies(feedback))
            {
                reason = string.IsNullOrWhiteSpace(reason) ? feedback.Rationale : reason;

                continue;
            }

            var read = reading.Read(feedback, feedback.Name ?? throw new ScorerFaultException(
                ErrorCode.UnnamedFeedback,
                $"Feedback {count} of the scorer's list has no name; in a list each needs one of its own."));
            text += FeedbackReading.Size(read);
            if (text > MaxText)
            {
                throw new ScorerFaultException(ErrorCode.ResultTooLarge, $"The scorer returned feedbacks with more than {MaxText} characters in all; that is the limit.");
            }

            if (kept.Count > Few)
            {
                names ??= [.. kept.Select(k => k.Name ?? "")];
            }

            if (names?.Add(read.Name ?? "") == false || (names is null && Holds(kept, read.Name)))
            {
                throw new ScorerFaultException(ErrorCode.DuplicateName, $"Two feedbacks of the scorer's list are named '{read.Name}'; each needs a name of its own.");
            }

            kept.Add(read);
        }

        return kept.Count > 0 ? new(kept.AsReadOnly(), Reason: null) : NotApplicable(reason);
    }
}
