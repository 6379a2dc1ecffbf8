namespace ScriptHost;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
internal enum Severity
{
    /// <summary>Worth a look; stops nothing.</summary>
    Warning,

    /// <summary>Stops a run before anything is scored.</summary>
    Error,
}
