using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// Refuses system calls that a scorer has no use for (seccomp), in all threads of this process, for good. It also keeps kernels without
/// Landlock from writing files, but not from reading them. https://docs.kernel.org/userspace-api/seccomp_filter.html
/// </summary>
[SupportedOSPlatform("linux")]
internal static class SystemCallFilter
{
    private const int SetFilter = 1;
    private const int AllThreads = 1;

    // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_TMPFILE without O_DIRECTORY.
    private const uint AnyWriting = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000;
    private const uint CloneThread = 0x10000;

    // TIOCSTI types into the terminal, TIOCLINUX pastes; F_SETSIG, F_SETOWN and F_SETOWN_EX have signals sent to others.
    private static readonly uint[] TerminalInput = [0x5412, 0x541C];
    private static readonly uint[] SignalOwners = [8, 10, 15];

    // AF_INET, AF_INET6, and AF_NETLINK, by which the C library sorts addresses. Not AF_UNIX: Docker and the desktop listen there.
    private static readonly uint[] Families = [2, 10, 16];

    /// <summary>The filter's program for a process yet to start.</summary>
    /// <param name="table">The calls.</param>
    /// <param name="network">Whether the process may go out to the network.</param>
    public static byte[] Program(SystemCallTable table, bool network)
    {
        var program = new FilterProgram(table);

        // Threads are made by clone; what clone3 is asked for stands in memory, where a filter cannot look. The same holds for openat2.
        program.Deny(table.Number("clone3"));
        program.Deny(table.Number("openat2"));
        program.RequireBits(table.Number("clone"), argument: 0, CloneThread);
        program.RefuseBits(table.Number("open"), argument: 1, AnyWriting);
        program.RefuseBits(table.Number("openat"), argument: 2, AnyWriting);

        // The runtime signals its own threads, and itself to abort.
        program.RequireValues(table.Number("kill"), argument: 0, FilterProgram.OwnId);
        program.RequireValues(table.Number("tgkill"), argument: 0, FilterProgram.OwnId);
        program.RequireValues(table.Number("prlimit64"), argument: 0, 0, FilterProgram.OwnId);
        program.RefuseValues(table.Number("ioctl"), argument: 1, TerminalInput);
        program.RefuseValues(table.Number("fcntl"), argument: 1, SignalOwners);
        if (network)
        {
            program.RequireValues(table.Number("socket"), argument: 0, Families);
        }

        foreach (var number in table.Refused(network))
        {
            program.Refuse(number);
        }

        return program.ToBytes();
    }

    /// <summary>Installs the filter. What was opened to be written before stays open.</summary>
    /// <param name="program">What <see cref="Program"/> made, in base 64; nothing when there is none for this processor.</param>
    public static ContainmentLayer Install(string program)
    {
        if (program.Length == 0)
        {
            return ContainmentLayer.Absent(LayerName.Seccomp, "there is no table for " + RuntimeInformation.ProcessArchitecture);
        }

        var bytes = Convert.FromBase64String(program);
        var instructions = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, instructions, bytes.Length);
        for (var operand = FilterProgram.InstructionBytes / 2; operand < bytes.Length; operand += FilterProgram.InstructionBytes)
        {
            if ((uint)Marshal.ReadInt32(instructions, operand) == FilterProgram.OwnId)
            {
                Marshal.WriteInt32(instructions, operand, Environment.ProcessId);
            }
        }

        // struct sock_fprog: length, padding, pointer.
        var argument = Marshal.AllocHGlobal(sizeof(long) + nint.Size);
        Marshal.WriteInt64(argument, bytes.Length / FilterProgram.InstructionBytes);
        Marshal.WriteIntPtr(argument, sizeof(long), instructions);
        var thread = Libc.Call(SystemCall.Seccomp, SetFilter, AllThreads, argument, 0);
        Marshal.FreeHGlobal(argument);
        Marshal.FreeHGlobal(instructions);

        return thread switch
        {
            0 => ContainmentLayer.Applied(LayerName.Seccomp),
            > 0 => ContainmentLayer.Absent(LayerName.Seccomp, "a filter of its own has thread " + thread.ToString(CultureInfo.InvariantCulture)),
            _ => ContainmentLayer.Absent(LayerName.Seccomp, Libc.ErrorName()),
        };
    }
}
