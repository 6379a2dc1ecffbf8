using System.Collections;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// This process's second start, by execve: same program, same arguments, same process id, same standard streams, but a runtime whose threads
/// are all born under what the first one's main thread took on.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class Reexecution
{
    /// <summary>The environment variable that marks the second start: what became of Landlock.</summary>
    public const string Mark = "SCRIPTHOST_CONTAINED";

    private const int CloseAtExecute = 4;
    private const int FirstOther = 3;

    /// <summary>Starts again; does not return.</summary>
    /// <param name="mark">The value of <see cref="Mark"/> for the second start.</param>
    /// <param name="memoryBytes">The limit of the heap, in bytes.</param>
    /// <exception cref="InvalidOperationException">The kernel refuses to start the program.</exception>
    public static void Start(string mark, long memoryBytes)
    {
        // As it was started: through dotnet, by its own file, with whatever options.
        var path = Environment.ProcessPath ?? "";
        var file = Marshal.StringToCoTaskMemUTF8(path);
        var arguments = Texts(File.ReadAllText("/proc/self/cmdline").TrimEnd('\0').Split('\0'));
        var environment = Texts(KeptEnvironment(mark));

        // Whatever else was inherited stays behind.
        _ = Libc.Call(SystemCall.CloseRange, FirstOther, int.MaxValue, CloseAtExecute, 0);

        // Nothing may come between: this runtime has more memory than the limits allow.
        ResourceLimits.TakeLast(memoryBytes);
        _ = Libc.Call(SystemCall.Execute, file, arguments, environment, 0);

        throw new InvalidOperationException($"'{path}' could not be started again under containment ({Libc.ErrorName()}).");
    }

    /// <summary>The variables of this process's environment that containment does not leave to it.</summary>
    public static string Unwanted()
    {
        var names = "";
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name != Mark && !IsKept(name))
            {
                names += " " + name;
            }
        }

        return names;
    }

    // What it takes to start a runtime, to speak to people and to do without vectors; the rest of an environment may hold secrets.
    private static bool IsKept(string name) => name is "LANG" or "TZ" or "SCRIPTHOST_SCALAR" or ContainmentOrder.Variable || name.StartsWith("DOTNET_", StringComparison.Ordinal);

    private static string[] KeptEnvironment(string mark)
    {
        var kept = Mark + "=" + mark;
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && IsKept(name))
            {
                kept += "\0" + name + "=" + value;
            }
        }

        return kept.Split('\0');
    }

    // char*[], with a null at its end.
    private static nint Texts(string[] texts)
    {
        var pointers = Marshal.AllocHGlobal((texts.Length + 1) * nint.Size);
        for (var i = 0; i < texts.Length; i++)
        {
            Marshal.WriteIntPtr(pointers, i * nint.Size, Marshal.StringToCoTaskMemUTF8(texts[i]));
        }

        Marshal.WriteIntPtr(pointers, texts.Length * nint.Size, 0);

        return pointers;
    }
}
