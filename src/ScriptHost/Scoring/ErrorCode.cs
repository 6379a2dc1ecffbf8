namespace ScriptHost.Scoring;

/// <summary>The codes of the errors that the host makes out of what a scorer does. A script's own codes stand beside them.</summary>
internal static class ErrorCode
{
    /// <summary>The scorer threw; MLflow's code.</summary>
    public const string ScorerError = "SCORER_ERROR";

    /// <summary>The call's deadline passed.</summary>
    public const string Timeout = "SCORER_TIMEOUT";

    /// <summary>The call ended the process that it ran in, twice.</summary>
    public const string Crashed = "SCORER_CRASHED";

    /// <summary>The call needed more stack than there is, which ended its process, twice.</summary>
    public const string StackOverflow = "SCORER_STACK_OVERFLOW";

    /// <summary>The call needed more memory than its process may have.</summary>
    public const string OutOfMemory = "SCORER_OUT_OF_MEMORY";

    /// <summary>The trace's value does not have the shape that the parameter's type asks for.</summary>
    public const string InputMismatch = "INPUT_MISMATCH";

    /// <summary>The result is of a type that is no feedback.</summary>
    public const string UnsupportedResult = "UNSUPPORTED_RESULT";

    /// <summary>NaN or an infinity.</summary>
    public const string NonFiniteValue = "NON_FINITE_VALUE";

    /// <summary>A list holds a feedback without a name.</summary>
    public const string UnnamedFeedback = "UNNAMED_FEEDBACK";

    /// <summary>A list holds two feedbacks of one name.</summary>
    public const string DuplicateName = "DUPLICATE_NAME";

    /// <summary>A name is blank or too long.</summary>
    public const string InvalidName = "INVALID_NAME";

    /// <summary>A list holds too many feedbacks.</summary>
    public const string TooManyFeedbacks = "TOO_MANY_FEEDBACKS";

    /// <summary>A text or the metadata is too large.</summary>
    public const string ResultTooLarge = "RESULT_TOO_LARGE";

    /// <summary>Whether the code says that a call had to be ended, or ended the process that it ran in.</summary>
    public static bool IsEndOfWorker(ReadOnlySpan<char> code) => code is Timeout or Crashed or StackOverflow or OutOfMemory;
}
