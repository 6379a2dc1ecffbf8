namespace ScriptHost.Runs;

/// <summary>Where scripts run.</summary>
internal enum Isolation
{
    /// <summary>In worker processes, all scorers together.</summary>
    Process,

    /// <summary>In worker processes, each scorer in its own.</summary>
    Scorer,

    /// <summary>In this process, where a call that hangs or crashes ends the run.</summary>
    None,
}
