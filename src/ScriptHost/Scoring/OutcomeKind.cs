namespace ScriptHost.Scoring;

/// <summary>How one (scorer, unit) pair ended.</summary>
internal enum OutcomeKind
{
    /// <summary>There is at least one feedback with a value.</summary>
    Scored,

    /// <summary>There is a feedback with an error and none with a value.</summary>
    Error,

    /// <summary>The scorer has nothing to say of this unit.</summary>
    NotApplicable,

    /// <summary>The scorer was not asked.</summary>
    Skipped,
}
