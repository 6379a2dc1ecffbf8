using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ScriptHost;

/// <summary>How to start the program again, for a part of its work that may have to be killed.</summary>
internal static class ProgramStart
{
    private const string Program = "scripthost";

    // What the runtime needs to start; nothing else of the environment is a child's business.
    private static readonly string[] Kept = ["LANG", "SystemRoot", "TMPDIR", "TEMP", "TMP"];

    // Measured: to listen for debuggers and tracers takes a third of the time that the runtime takes to start, and a contained process starts twice. Nobody
    // debugs a child that lives as long as a run; who wants to says so in the environment.
    private static readonly string[] NotNeeded = ["DOTNET_EnableDiagnostics", "DOTNET_LTTng"];

    /// <summary>A start with redirected streams and an environment of next to nothing.</summary>
    /// <param name="arguments">The program's arguments.</param>
    public static ProcessStartInfo With(params string[] arguments)
    {
        var (file, first) = Command();
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in first.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(n => !Kept.Contains(n) && !n.StartsWith("DOTNET_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // What a scorer says does not depend on where it runs.
        start.Environment["TZ"] = "UTC";
        foreach (var name in NotNeeded)
        {
            start.Environment.TryAdd(name, "0");
        }

        return start;
    }

    private static (string File, IEnumerable<string> First) Command()
    {
        var entry = Assembly.GetEntryAssembly();
        var isProgram = string.Equals(entry?.GetName().Name, Program, StringComparison.Ordinal);
        if (isProgram && Environment.ProcessPath is { } process && Path.GetFileNameWithoutExtension(process) != "dotnet")
        {
            return (process, []);
        }

        // Under another host (a test runner, an application that uses the engine) the program lies beside the engine.
        var library = isProgram && entry is { Location: { Length: > 0 } location } ? location : Path.Combine(AppContext.BaseDirectory, Program + ".dll");
        if (!File.Exists(library))
        {
            throw new InvalidOperationException($"The program '{library}' is missing beside the engine; scripts are compiled by it, in a process of its own.");
        }

        return (Muxer(), [library]);
    }

    // The dotnet that runs this process: shared/Microsoft.NETCore.App/VERSION lies three below it.
    private static string Muxer()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));

        return File.Exists(path) ? path : name;
    }
}
