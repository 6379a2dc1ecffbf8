using System.Globalization;
using System.Reflection;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>
/// Calls scorers, and makes an outcome of whatever they do: the one place that turns any exception into data. Safe for many threads.
/// A scorer that never returns cannot be stopped here; whoever owns the thread must watch it.
/// </summary>
/// <param name="timeLimit">The longest that a call may take, in wall-clock time; for messages, since the deadlines come with the calls.</param>
internal sealed class ScorerRunner(TimeSpan timeLimit)
{
    private const int MaxMessage = 10_000;

    private AssessmentError Overdue => new(ErrorCode.Timeout, string.Create(
        CultureInfo.InvariantCulture,
        $"The scorer took longer than {timeLimit.TotalSeconds:0.###} s."));

    /// <summary>Runs a scorer on a unit that it is for, of which no trace is one that a scorer made.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="unit">The trace or session; not changed.</param>
    /// <param name="deadline">Fires when the time limit is over.</param>
    public Outcome Score(BoundScorer scorer, ScoringUnit unit, CancellationToken deadline)
    {
        var result = Ask(scorer, unit, deadline);
        var kind = result.Kind;

        return new()
        {
            Scorer = scorer.Name,
            TraceId = unit.Oldest.Id,
            SessionId = unit.SessionId,
            Kind = kind,
            Reason = kind == OutcomeKind.NotApplicable ? result.Reason : null,
            Feedbacks = result.IsBare ? [new(result.Value, rationale: null, scorer.Name, scorer.Source)] : result.Feedbacks,
        };
    }

    /// <summary>Runs a scorer on a unit that it is for, and leaves it to the caller what is made of it.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="unit">The trace or session.</param>
    /// <param name="deadline">Fires when the time limit is over.</param>
    public ScorerResult Ask(BoundScorer scorer, ScoringUnit unit, CancellationToken deadline) =>
        scorer.Lack(unit) is { } lack ? new([], lack) : Call(scorer, unit, deadline);

    /// <summary>The outcome of a call that had to be ended or ended its process, whatever it came back with later.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="traceId">The trace; a session's oldest one.</param>
    /// <param name="sessionId">The session; null for a trace.</param>
    /// <param name="code">One of those that <see cref="ErrorCode.IsEndOfWorker"/> holds for.</param>
    public Outcome Ended(string scorer, string traceId, string? sessionId, string code) => new()
    {
        Scorer = scorer,
        TraceId = traceId,
        SessionId = sessionId,
        Kind = OutcomeKind.Error,
        Feedbacks = [Feedback.WithError(End(code), scorer) with { Source = new(AssessmentSourceType.Code, scorer) }],
    };

    /// <summary>Runs a script's code in the invariant culture, and catches whatever it throws.</summary>
    /// <returns>The value, or what was thrown: the exception within one that merely wraps it.</returns>
    internal static (T? Value, Exception? Thrown) Attempt<T>(Func<T> code)
    {
        using var culture = new InvariantCulture();
        try
        {
            return (code(), null);
        }
        catch (Exception e)
        {
            return (default, Unwrap(e));
        }
    }

    /// <summary>An exception's message, at most 10,000 characters; the exception's type where its own message cannot be had.</summary>
    internal static string MessageOf(Exception exception)
    {
        // The message of a script's own exception is a script's code.
        var (message, _) = Attempt(() => exception.Message);

        // The framework's own messages break lines as the system does.
        return string.IsNullOrWhiteSpace(message)
            ? CSharpName.Of(exception.GetType())
            : ScriptText.CleanMessage(message.Replace("\r\n", "\n", StringComparison.Ordinal), MaxMessage);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private AssessmentError End(string code) => code switch
    {
        ErrorCode.Timeout => Overdue,
        ErrorCode.OutOfMemory => new(code, "The scorer needs more memory than it may have."),
        ErrorCode.StackOverflow => new(code, "The scorer calls itself until the stack is full."),
        _ => new(code, "The scorer ends the process that it runs in."),
    };

    // As Attempt, but for what happens most: without a delegate and a tuple for each call.
    private ScorerResult Call(BoundScorer scorer, ScoringUnit unit, CancellationToken deadline)
    {
        using var culture = new InvariantCulture();
        try
        {
            return scorer.Results.Read(scorer.Call(unit, deadline), deadline);
        }
        catch (Exception e)
        {
            return new([Failure(scorer, Unwrap(e), deadline)], Reason: null);
        }
    }

    private Feedback Failure(BoundScorer scorer, Exception thrown, CancellationToken deadline)
    {
        var error = thrown switch
        {
            ScorerFaultException fault => new AssessmentError(fault.Code, ScriptText.CleanMessage(fault.Message, MaxMessage)),
            OperationCanceledException when deadline.IsCancellationRequested => Overdue,
            OutOfMemoryException => End(ErrorCode.OutOfMemory),
            _ => new(ErrorCode.ScorerError, MessageOf(thrown), ScriptStack.Text(thrown, scorer.Script, scorer.FileName)),
        };

        return Feedback.WithError(error, scorer.Name) with { Source = scorer.Source };
    }
}
