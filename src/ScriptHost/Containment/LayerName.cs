namespace ScriptHost.Containment;

/// <summary>The layers' names, in the order in which people read them.</summary>
internal static class LayerName
{
    /// <summary>Files: what may be read, and that nothing may be written.</summary>
    public const string Landlock = "landlock";

    /// <summary>System calls that a scorer has no use for.</summary>
    public const string Seccomp = "seccomp";

    /// <summary>No program can give more rights than there are.</summary>
    public const string NoNewPrivileges = "no new privileges";

    /// <summary>Root's powers.</summary>
    public const string Capabilities = "capabilities";

    /// <summary>Memory, open files, core dumps.</summary>
    public const string Limits = "limits";

    /// <summary>Nothing of the caller's environment.</summary>
    public const string Environment = "empty environment";

    /// <summary>All.</summary>
    public static readonly string[] All = [Landlock, Seccomp, NoNewPrivileges, Capabilities, Limits, Environment];
}
