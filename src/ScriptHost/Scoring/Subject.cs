namespace ScriptHost.Scoring;

/// <summary>What the host gives to an entry's parameter, told from the parameter's name.</summary>
internal enum Subject
{
    /// <summary>The root span's inputs.</summary>
    Inputs,

    /// <summary>The root span's outputs.</summary>
    Outputs,

    /// <summary>The expectations of the trace or session; an empty object when there are none.</summary>
    Expectations,

    /// <summary>The whole trace.</summary>
    Trace,

    /// <summary>The whole session.</summary>
    Session,

    /// <summary>Fires at the call's deadline.</summary>
    CancellationToken,
}
