using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// What the kernel counts for the process: memory, open files, core dumps. Not processor time: an honest worker of a long run needs hours,
/// and calls have deadlines. Not the size of files: the runtime keeps its code in a file in memory.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ResourceLimits
{
    // RLIMIT_DATA, RLIMIT_CORE, RLIMIT_NOFILE, RLIMIT_AS.
    private const int Memory = 2;
    private const int CoreDump = 4;
    private const int OpenFiles = 7;
    private const int AddressSpace = 9;
    private const long MostFiles = 256;

    // Zero keeps dumps out of files only: where the kernel pipes them to a program (systemd, apport) it takes one byte to mean none.
    private const long NoDump = 1;

    // Private memory that has been made writable, the heap apart: 40 MiB of the runtime's own, and stacks of 16 MiB for some two dozen threads.
    private const long NativeMemory = 512L << 20;

    // Addresses, touched or not: the runtime reserves for the heap up to five times its limit, and 2 GiB for itself; every thread reserves 64
    // MiB. What this limit holds that the one on memory does not is shared mappings.
    private const long ReservedPerHeapByte = 5;
    private const long ReservedOtherwise = 6L << 30;

    private const int StructureBytes = 16;

    /// <summary>Takes the limits that a running runtime can live with.</summary>
    public static void Take()
    {
        Limit(CoreDump, NoDump);
        Limit(OpenFiles, MostFiles);
    }

    /// <summary>Takes those that it cannot: only execve may follow.</summary>
    /// <param name="memoryBytes">The size that the managed heap may reach, in bytes.</param>
    public static void TakeLast(long memoryBytes)
    {
        Limit(Memory, memoryBytes + NativeMemory);
        Limit(AddressSpace, AddressLimit(memoryBytes));
    }

    /// <summary>What the kernel says of this process.</summary>
    /// <param name="memoryBytes">The size that the managed heap may reach, in bytes.</param>
    public static ContainmentLayer Report(long memoryBytes)
    {
        var missing = Missing(Memory, memoryBytes + NativeMemory, " memory") + Missing(AddressSpace, AddressLimit(memoryBytes), " addresses")
            + Missing(OpenFiles, MostFiles, " files") + Missing(CoreDump, NoDump, " core-dumps");

        return missing.Length == 0
            ? ContainmentLayer.Applied(LayerName.Limits, "heap " + Mebibytes(memoryBytes) + ", memory " + Mebibytes(memoryBytes + NativeMemory))
            : ContainmentLayer.Absent(LayerName.Limits, "not kept:" + missing);
    }

    private static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture) + " MiB";

    private static long AddressLimit(long memoryBytes) => (memoryBytes * ReservedPerHeapByte) + ReservedOtherwise;

    private static string Missing(int resource, long limit, string name) => Hard(resource) > (ulong)limit ? name : "";

    private static ulong Hard(int resource)
    {
        var limits = Marshal.AllocHGlobal(StructureBytes);
        var isKnown = Libc.Call(SystemCall.ResourceLimit, 0, resource, 0, limits) == 0;
        var hard = Marshal.ReadInt64(limits, sizeof(long));
        Marshal.FreeHGlobal(limits);

        return isKnown ? (ulong)hard : ulong.MaxValue;
    }

    // A lower limit that is there already stays: only root may raise it.
    private static void Limit(int resource, long limit)
    {
        if (Hard(resource) <= (ulong)limit)
        {
            return;
        }

        var limits = Marshal.AllocHGlobal(StructureBytes);
        Marshal.WriteInt64(limits, 0, limit);
        Marshal.WriteInt64(limits, sizeof(long), limit);
        _ = Libc.Call(SystemCall.ResourceLimit, 0, resource, limits, 0);
        Marshal.FreeHGlobal(limits);
    }
}
