using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>What the runtime and the program need to read, whatever they are asked to do. Paths that do not exist are passed over.</summary>
[SupportedOSPlatform("linux")]
internal static class RuntimePaths
{
    /// <summary>Names and certificates, for those who go out to the network.</summary>
    public static readonly string[] Network =
        ["/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/services", "/etc/gai.conf", "/etc/ssl", "/etc/pki", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates"];

    // Libraries (ICU and OpenSSL among them, loaded at first use) and where the loader looks them up; NixOS has them in /nix/store.
    private static readonly string[] Libraries =
        ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"];

    // Without its own part of /proc the runtime does not start; execve leaves the process its number, and so the rule its meaning. Without
    // /dev/urandom there are no dynamic methods, and so no compiled Regex. The rest is sizes of caches and control groups, time zones, and
    // OpenSSL's settings, which it reads before the first hash.
    private static readonly string[] Settings =
        ["/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/filesystems", "/proc/cgroups", "/proc/sys/kernel", "/proc/sys/vm", "/dev/urandom", "/dev/null", "/dev/zero", "/sys/fs/cgroup", "/sys/devices/system", "/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/usr/share/icu", "/etc/dotnet", "/etc/ssl/openssl.cnf", "/etc/crypto-policies"];

    /// <summary>Where the program that is executed, and its loader, may lie.</summary>
    public static string[] Executable() => [.. Libraries, RuntimeRoot(), Environment.ProcessPath ?? ""];

    /// <summary>All that is only read.</summary>
    public static string[] Readable() => [.. Settings, AppContext.BaseDirectory];

    // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION, or in the folder of a program that brings its own.
    private static string RuntimeRoot()
    {
        var folder = RuntimeEnvironment.GetRuntimeDirectory();
        var root = Path.GetFullPath(Path.Join(folder, "..", "..", ".."));

        return Directory.Exists(Path.Join(root, "host")) ? root : folder;
    }
}
