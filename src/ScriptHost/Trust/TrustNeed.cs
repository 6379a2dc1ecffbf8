namespace ScriptHost.Trust;

/// <summary>What the containment of a worker has to open for a trusted scorer.</summary>
internal enum TrustNeed
{
    /// <summary>Sockets.</summary>
    Network,

    /// <summary>Files other than the traces: to read and to write.</summary>
    Files,

    /// <summary>Other processes: to start and to talk to.</summary>
    Processes,

    /// <summary>Native libraries of its own.</summary>
    Native,
}
