using System.Diagnostics;
using System.Globalization;
using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>How the program is started beside the tests. For Linux.</summary>
internal static class ProgramUnderTest
{
    private const int Interrupt = 2;

    /// <summary>The program with arguments, in a workspace's folder, with temporary files of its own; what it says is to be read.</summary>
    public static ProcessStartInfo In(Workspace workspace, params string[] arguments)
    {
        // Who runs the tests in the background may ignore Ctrl+C, and what is started would do so too: then somebody between has to undo that.
        string[] command = [.. IsInterruptIgnored() ? (string[])["env", "--default-signal=INT"] : [], "dotnet", Path.Combine(AppContext.BaseDirectory, "scripthost.dll"), .. arguments];

        return new(command[0], command[1..])
        {
            WorkingDirectory = workspace.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = Directory.CreateDirectory(workspace.At("tmp")).FullName },
        };
    }

    private static bool IsInterruptIgnored()
    {
        const string Ignored = "SigIgn:";
        var line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Ignored, StringComparison.Ordinal)) : null;

        return line is not null && (ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (Interrupt - 1))) != 0;
    }
}
