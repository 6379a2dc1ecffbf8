namespace ScriptHost.Reports;

/// <summary>How a case of JUnit's ended.</summary>
internal enum JUnitState
{
    /// <summary>It passed.</summary>
    Pass,

    /// <summary>It failed.</summary>
    Failure,

    /// <summary>It could not be judged.</summary>
    Error,

    /// <summary>It was not judged.</summary>
    Skipped,
}
