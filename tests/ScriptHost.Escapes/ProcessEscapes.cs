using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ScriptHost.Escapes;

/// <summary>Other processes, first of all the parent.</summary>
internal static class ProcessEscapes
{
    private const int TraceSeize = 0x4206;
    private const int OpenFiles = 7;
    private const int NoSuchCall = 10_000;

    public static string Start(string program)
    {
        using var process = Process.Start(program);
        process.WaitForExit();

        return $"exit code {process.ExitCode}";
    }

    public static string Fork()
    {
        // The child shares the memory into which the runtime writes code: it may run nothing that has not run before.
        _ = Linux.Call(ExitGroup() + NoSuchCall, 0);
        var child = (int)Linux.Fork();
        if (child == 0)
        {
            _ = Linux.Call(ExitGroup(), 0);
        }

        Refused.If(child);
        _ = Linux.Wait(child, 0, 0);

        return "";
    }

    // Seizing does not stop a process, and the kernel lets it go when this one ends.
    public static string Attach(string process) => $"{Refused.If(Linux.Trace(TraceSeize, int.Parse(process, CultureInfo.InvariantCulture), 0, 0))}";

    // Signal 0 asks only for the right.
    public static string SignalParent() => $"{Refused.If(Linux.Signal(Linux.ParentId(), 0))}";

    public static string LimitParent()
    {
        var old = new ulong[2];
        Refused.If(Linux.Limit(Linux.ParentId(), OpenFiles, null, old));

        return $"{old[0]}";
    }

    public static string ParentEnvironment() => $"{File.ReadAllText($"/proc/{Linux.ParentId()}/environ").Length} characters";

    private static nint ExitGroup() => RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 231 : 94;

    public static string OwnEnvironment(string name) => Environment.GetEnvironmentVariable(name) ?? throw new Refused("it is not there");
}
