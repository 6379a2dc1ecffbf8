using System.Runtime.InteropServices;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>
/// Processes whose parent ended without waiting for them, as workers and compilers are when the program ends. The kernel forgets what they
/// took unless somebody waits for them; so they are left to this process (<c>PR_SET_CHILD_SUBREAPER</c>), which does.
/// </summary>
internal static class Orphans
{
    private const int SetChildSubreaper = 36;
    private const int AnyChild = -1;
    private const int NoHang = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Has orphans left to this process from now on.</summary>
    /// <exception cref="InvalidOperationException">The kernel refused.</exception>
    public static void Adopt()
    {
        if (Control(SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException("prctl(PR_SET_CHILD_SUBREAPER) failed; CPU times would leave out workers.");
        }
    }

    /// <summary>Waits until none is left. No process that this one started may be running.</summary>
    /// <exception cref="InvalidOperationException">Some did not end.</exception>
    public static void Await()
    {
        var end = DateTime.UtcNow + Patience;

        // 0: there are some, and none has ended; -1: there are none.
        for (var ended = Wait(AnyChild, 0, NoHang); ended >= 0; ended = Wait(AnyChild, 0, NoHang))
        {
            if (ended == 0 && DateTime.UtcNow > end)
            {
                throw new InvalidOperationException($"Processes that the program started still run {Patience.TotalSeconds:0} s after it ended.");
            }

            Thread.Sleep(ended == 0 ? 2 : 0);
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nint second, nint third, nint fourth, nint fifth);

    [DllImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Wait(int process, nint status, int options);
}
