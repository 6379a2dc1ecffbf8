using ScriptHost.Containment;

namespace ScriptHost.Workers;

/// <summary>
/// A worker's standard input and output are how its parent talks with it. Trusted code that writes to the console, or reads from it, must not
/// come in between: for it both become the error stream.
/// </summary>
internal static class StandardStreams
{
    /// <summary>Takes them away; to be called once they were opened, since what was opened before stays.</summary>
    public static void Divert()
    {
        Console.SetIn(TextReader.Null);
        Console.SetOut(TextWriter.Null);
        if (OperatingSystem.IsLinux() && SystemCall.IsKnown)
        {
            // Native code knows them by number, and so does whoever opens them anew. Reading from the error stream fails.
            const int error = 2;
            _ = Libc.Call(SystemCall.Duplicate, error, 0, 0, 0);
            _ = Libc.Call(SystemCall.Duplicate, error, 1, 0, 0);
        }
    }
}
