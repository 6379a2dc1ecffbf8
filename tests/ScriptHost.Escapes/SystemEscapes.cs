using System.Runtime.InteropServices;

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

    // A namespace of users is open to nobody here, since the process has several threads; one of mounts is open to root.
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

        return result < 0 && Marshal.GetLastPInvokeError() != BadAddress ? $"{Refused.If(result)}" : "";
    }

    public static unsafe string SeccompAvailable()
    {
        const int GetActionAvailable = 2;
        var refusing = 0x00050000;

        return $"{Refused.If(Linux.Call(RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 317 : 277, GetActionAvailable, 0, (nint)(&refusing)))}";
    }

    public static string LandlockVersion() => $"{Refused.If(Linux.Call(LandlockCreateRuleset, 0, 0, 1))}";
}
