namespace ScriptHost;

/// <summary>What the program exits with; 0, 1, 2, 3, 5 and 8 as Microsoft.Testing.Platform has them.</summary>
internal enum ExitCode
{
    /// <summary>All went well.</summary>
    Success = 0,

    /// <summary>A fault of ours.</summary>
    Fault = 1,

    /// <summary>A threshold failed.</summary>
    ThresholdFailed = 2,

    /// <summary>The user cancelled the run.</summary>
    Cancelled = 3,

    /// <summary>Bad arguments, a bad preset or a bad script.</summary>
    BadInput = 5,

    /// <summary>Nothing was scored.</summary>
    NothingScored = 8,

    /// <summary>More scorer errors than <c>--max-errors</c>.</summary>
    ScorerErrors = 9,
}
