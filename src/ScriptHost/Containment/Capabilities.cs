using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// Root's powers, dropped for good. The user stays the same, so that the inputs stay readable; so does, for root, the power to read any
/// file, which Landlock confines. The other powers would reach past it, such as the one that opens other processes' memory.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class Capabilities
{
    // _LINUX_CAPABILITY_VERSION_3: a header of version and process, then effective, permitted and inheritable in two words each.
    private const int Version = 0x20080522;
    private const int HeaderBytes = 8;
    private const int SetsBytes = 24;
    private const int Permitted = 4;
    private const int UpperPermitted = 16;
    private const int ReadAnyFile = 2;
    private const int DropFromBoundingSet = 24;
    private const int AmbientSet = 47;
    private const int Clear = 4;
    private const int Most = 64;

    /// <summary>Drops them, in this thread and in what it becomes. What came of it is read back by <see cref="Report"/>.</summary>
    public static void Drop()
    {
        var held = Held();
        if (held == 0)
        {
            return;
        }

        for (var capability = 0; capability < Most; capability++)
        {
            if (capability != ReadAnyFile)
            {
                _ = Libc.Call(SystemCall.ProcessControl, DropFromBoundingSet, capability, 0, 0);
            }
        }

        _ = Libc.Call(SystemCall.ProcessControl, AmbientSet, Clear, 0, 0);
        var kept = (int)(held & (1 << ReadAnyFile));
        var structure = Structure();
        Marshal.WriteInt32(structure, HeaderBytes, kept);
        Marshal.WriteInt32(structure, HeaderBytes + Permitted, kept);
        _ = Libc.Call(SystemCall.SetCapabilities, structure, structure + HeaderBytes, 0, 0);
        Marshal.FreeHGlobal(structure);
    }

    /// <summary>What this process is left with, as a layer.</summary>
    public static ContainmentLayer Report() => Held() switch
    {
        0 => ContainmentLayer.Applied(LayerName.Capabilities, "none held"),
        1 << ReadAnyFile => ContainmentLayer.Applied(LayerName.Capabilities, "none held but reading any file"),
        var held => ContainmentLayer.Absent(LayerName.Capabilities, "held: 0x" + held.ToString("x", CultureInfo.InvariantCulture)),
    };

    private static long Held()
    {
        var structure = Structure();
        var isKnown = Libc.Call(SystemCall.GetCapabilities, structure, structure + HeaderBytes, 0, 0) == 0;
        var lower = (uint)Marshal.ReadInt32(structure, HeaderBytes + Permitted);
        var upper = (uint)Marshal.ReadInt32(structure, HeaderBytes + UpperPermitted);
        Marshal.FreeHGlobal(structure);

        return isKnown ? ((long)upper << 32) | lower : -1;
    }

    // All sets are empty.
    private static nint Structure()
    {
        var structure = Marshal.AllocHGlobal(HeaderBytes + SetsBytes);
        for (var at = 0; at < HeaderBytes + SetsBytes; at += sizeof(int))
        {
            Marshal.WriteInt32(structure, at, at == 0 ? Version : 0);
        }

        return structure;
    }
}
