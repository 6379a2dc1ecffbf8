using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>What a process of ours may do; <see cref="ContainedProcess"/> holds it to that.</summary>
internal sealed record ContainmentPlan
{
    /// <summary>Files and folders to read, beside the runtime and the program; <see cref="ReadablePaths"/> tells what many of them become.</summary>
    public IReadOnlyList<string> Readable { get; init; } = [];

    /// <summary>
    /// The one file that may be written: an existing file, opened before <see cref="ContainedProcess.Seal"/>. Null when there is none.
    /// </summary>
    public string? SharedFile { get; init; }

    /// <summary>The size that the managed heap may reach, in bytes; <see cref="ResourceLimits"/> adds what the runtime needs itself.</summary>
    public required long MemoryBytes
    {
        get;
        init => field = value >= 16 << 20 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A memory cap must be 16 MiB or more: the runtime does not start with less.");
    }

    /// <summary>Whether it may go out to the network. It may never listen, nor reach sockets in the file system.</summary>
    public bool Network { get; init; }

    /// <summary>Gives the plan to a process that will start, and its heap the limit.</summary>
    /// <param name="start">A start of a program whose Main calls <see cref="ContainedProcess.Enter"/> first.</param>
    public void ApplyTo(ProcessStartInfo start)
    {
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"0x{MemoryBytes:X}");

        // No debugger's socket, no dump of a gigabyte.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        if (OperatingSystem.IsLinux())
        {
            start.Environment[ContainmentOrder.Variable] = Order().ToText();
        }
    }

    /// <summary>Takes the plan from a start again, but for the heap's limit: nothing of the operating system will hold the process.</summary>
    public static void Lift(ProcessStartInfo start) => start.Environment.Remove(ContainmentOrder.Variable);

    [SupportedOSPlatform("linux")]
    private ContainmentOrder Order()
    {
        var filter = SystemCallTable.For(RuntimeInformation.ProcessArchitecture) is { } table ? SystemCallFilter.Program(table, Network) : [];

        return new(MemoryBytes, Network, SharedFile is { } file ? Path.GetFullPath(file) : "", Convert.ToBase64String(filter), [.. ReadablePaths.Of(Readable)]);
    }
}
