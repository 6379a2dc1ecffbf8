namespace ScriptHost.Contract;

/// <summary>How the traced request ended.</summary>
public enum TraceState
{
    /// <summary>The trace does not say.</summary>
    Unspecified,

    /// <summary>The request succeeded.</summary>
    Ok,

    /// <summary>The request failed.</summary>
    Error,

    /// <summary>The request had not ended when the trace was written.</summary>
    InProgress,
}
