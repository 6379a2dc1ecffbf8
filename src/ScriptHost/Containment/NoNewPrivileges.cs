using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>From here on no program gives rights that its caller has not: set-user-id is ignored. Landlock and seccomp ask for it.</summary>
[SupportedOSPlatform("linux")]
internal static class NoNewPrivileges
{
    private const int Set = 38;
    private const int Get = 39;

    /// <summary>Gives them up, for this thread and what it becomes.</summary>
    public static void GiveUp() => _ = Libc.Call(SystemCall.ProcessControl, Set, 1, 0, 0);

    /// <summary>What the kernel says of this thread.</summary>
    public static ContainmentLayer Report() =>
        Libc.Call(SystemCall.ProcessControl, Get, 0, 0, 0) == 1
            ? ContainmentLayer.Applied(LayerName.NoNewPrivileges)
            : ContainmentLayer.Absent(LayerName.NoNewPrivileges, "the kernel has not kept it");
}
