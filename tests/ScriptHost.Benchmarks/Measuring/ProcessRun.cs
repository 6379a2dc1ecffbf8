using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>
/// Runs a process and measures it. CPU time is what <c>getrusage(RUSAGE_CHILDREN)</c> grew by, which is exact as long as one process
/// runs at a time and all that came of it were waited for.
/// </summary>
internal static class ProcessRun
{
    private const int Children = -1;

    // Two times of two words each, then fourteen counters.
    private const int UsageWords = 18;

    /// <summary>Measures one run.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static Measurement Measure(Contender contender)
    {
        contender.Prepare?.Invoke();
        var start = new ProcessStartInfo(contender.Program, contender.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in contender.Environment)
        {
            start.Environment[name] = value;
        }

        Orphans.Adopt();
        var before = ChildrenCpu();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{contender.Program}' did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();

        // To look more often holds up what is measured: the kernel stops a process' threads at their page faults for it.
        var peaks = new PeakWatch(process.Id);
        do
        {
            peaks.Look();
        }
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)));
        var wall = watch.Elapsed;
        process.WaitForExit();
        Orphans.Await();
        var measured = new Measurement(ChildrenCpu() - before, wall, peaks.Peak, peaks.ChildPeak);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{contender.Name}' exited with {process.ExitCode}: {errors.Result}{output.Result}");
        }

        return measured;
    }

    private static TimeSpan ChildrenCpu()
    {
        var usage = new long[UsageWords];

        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("getrusage failed.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
