using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// The kernel's own allowlist for files (Linux 5.13 and up): this thread, and every process it becomes or starts, reads what the order names
/// and writes nothing. Newer kernels add TCP, signals and abstract sockets. https://docs.kernel.org/userspace-api/landlock.html
/// </summary>
[SupportedOSPlatform("linux")]
internal static class Landlock
{
    private const int AskVersion = 1;
    private const int PathBeneath = 1;
    private const int CurrentFolder = -100;
    private const int PathOnly = 0x200000 | 0x80000;

    private const long Execute = 1;
    private const long WriteFile = 2;
    private const long ReadFile = 4;
    private const long ReadFolder = 8;
    private const long Truncate = 0x4000;
    private const long BindTcp = 1;
    private const long ConnectTcp = 2;
    private const long AbstractSocketsAndSignals = 3;
    private const int StructureBytes = 24;

    /// <summary>Restricts the thread; only its own execve makes that the whole process's restriction.</summary>
    /// <param name="order">What may be read.</param>
    public static ContainmentLayer Restrict(ContainmentOrder order)
    {
        var version = (int)Libc.Call(SystemCall.LandlockCreateRuleset, 0, 0, AskVersion, 0);
        if (version < 1)
        {
            return Absent("", Libc.ErrorName());
        }

        // Never given back: the program that needs it is over soon.
        var structure = Marshal.AllocHGlobal(StructureBytes);
        var ruleset = Create(structure, version, order.Network);
        if (ruleset < 0)
        {
            return Absent("creating the ruleset: ", Libc.ErrorName());
        }

        // /dev/null is where output goes that nobody wants. A file that is mapped to be written is read, too.
        const long Reading = ReadFile | ReadFolder;
        var writing = (ReadFile | WriteFile | Truncate) & FileRights(version);
        var error = Allow(ruleset, structure, RuntimePaths.Executable(), Execute | Reading)
            ?? Allow(ruleset, structure, RuntimePaths.Readable(), Reading)
            ?? Allow(ruleset, structure, order.Readable, Reading)
            ?? Allow(ruleset, structure, order.Network ? RuntimePaths.Network : [], Reading)
            ?? Allow(ruleset, structure, ["/dev/null", order.SharedFile], writing);
        if (error is not null)
        {
            return Absent("adding a rule: ", error);
        }

        return Libc.Call(SystemCall.LandlockRestrictSelf, ruleset, 0, 0, 0) == 0
            ? ContainmentLayer.Applied(LayerName.Landlock, "ABI " + version)
            : Absent("restricting: ", Libc.ErrorName());
    }

    private static ContainmentLayer Absent(string what, string error) => ContainmentLayer.Absent(LayerName.Landlock, what + error);

    // Version 2 added moving between folders, 3 truncation, 5 ioctl on devices.
    private static long FileRights(int version) => version switch
    {
        1 => 0x1FFF,
        2 => 0x3FFF,
        3 or 4 => 0x7FFF,
        _ => 0xFFFF,
    };

    // struct landlock_ruleset_attr: files, TCP (version 4), scopes (version 6). An older kernel refuses a longer structure.
    private static nint Create(nint structure, int version, bool network)
    {
        Marshal.WriteInt64(structure, 0, FileRights(version));
        Marshal.WriteInt64(structure, 8, network ? BindTcp : BindTcp | ConnectTcp);
        Marshal.WriteInt64(structure, 16, AbstractSocketsAndSignals);

        return Libc.Call(SystemCall.LandlockCreateRuleset, structure, version >= 6 ? 24 : version >= 4 ? 16 : 8, 0, 0);
    }

    // What the kernel says against it; null when nothing.
    private static string? Allow(nint ruleset, nint structure, string[] paths, long rights)
    {
        foreach (var path in paths)
        {
            // What cannot be opened is nothing to allow.
            var text = Marshal.StringToCoTaskMemUTF8(path);
            var descriptor = Libc.Call(SystemCall.OpenAt, CurrentFolder, text, PathOnly, 0);
            Marshal.FreeCoTaskMem(text);
            if (descriptor < 0)
            {
                continue;
            }

            // struct landlock_path_beneath_attr, packed: rights, descriptor. The kernel refuses rights of folders on a file.
            Marshal.WriteInt64(structure, 0, Directory.Exists(path) ? rights : rights & ~ReadFolder);
            Marshal.WriteInt32(structure, sizeof(long), (int)descriptor);
            var error = Libc.Call(SystemCall.LandlockAddRule, ruleset, PathBeneath, structure, 0) == 0 ? null : Libc.ErrorName();
            _ = Libc.Call(SystemCall.Close, descriptor, 0, 0, 0);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }
}
