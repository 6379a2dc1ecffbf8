using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>The way into the kernel. One signature for all calls: each would cost the start of a process a millisecond.</summary>
[SupportedOSPlatform("linux")]
internal static class Libc
{
    /// <summary>syscall(2); the kernel wants zeros for what is not used. Negative on failure, of which <see cref="ErrorName"/> then tells.</summary>
    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Call(nint number, nint first, nint second, nint third, nint fourth, nint fifth = 0);

    /// <summary>realpath(3); zero when there is no such path.</summary>
    [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Resolve(byte[] path, byte[] resolved);

    /// <summary>What the kernel said to the last call of this thread, by the name under which it is looked up.</summary>
    public static string ErrorName() => Marshal.GetLastPInvokeError() switch
    {
        1 => "EPERM",
        7 => "E2BIG",
        12 => "ENOMEM",
        13 => "EACCES",
        22 => "EINVAL",
        38 => "ENOSYS",
        95 => "EOPNOTSUPP",
        var number => "errno " + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
