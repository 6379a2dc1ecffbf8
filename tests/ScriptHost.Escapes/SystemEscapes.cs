namespace ScriptHost.Escapes;

/// <summary>The kernel's own doors.</summary>
internal static class SystemEscapes
{
    private const int NewNamespaceOfMounts = 0x20000;
    private const int NewNamespaceOfUsers = 0x10000000;
    private const int IoUringSetup = 425;
    private const int LandlockCreateRuleset = 444;

    public static string Mount(string folder)
    {
        Refused.If(Linux.Mount("none", folder, "tmpfs", 0, 0));
        _ = Linux.Unmount(folder);

        return "";
    }

    // On a thread of its own: a process with several threads may not enter a namespace of users.
    public static string Unshare() => $"{Refused.If(Linux.Unshare(Environment.IsPrivilegedProcess ? NewNamespaceOfMounts : NewNamespaceOfUsers))}";

    // Root to root, which is refused to nobody but by the filter.
    public static string BecomeRoot() => $"{Refused.If(Linux.SetUsers(-1, -1, -1))}";

    public static string Status(string name) =>
        File.ReadLines("/proc/self/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    // EFAULT says that the kernel has looked at it.
    public static string IoUring()
    {
        const int BadAddress = 14;
        var result = Linux.Call(IoUringSetup, 1, 0);

        return result < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() != BadAddress ? $"{Refused.If(result)}" : "";
    }

    public static string LandlockVersion() => $"{Refused.If(Linux.Call(LandlockCreateRuleset, 0, 0, 1))}";
}
