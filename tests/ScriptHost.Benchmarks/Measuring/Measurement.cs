namespace ScriptHost.Benchmarks.Measuring;

/// <summary>What a process took from start to exit.</summary>
/// <param name="Cpu">User and system time, with that of its child processes.</param>
/// <param name="Wall">Wall-clock time; on a shared machine it says little.</param>
/// <param name="Peak">The most memory that was resident in the process itself, in bytes.</param>
/// <param name="ChildPeak">The same of the largest of its child processes; 0 when none was seen.</param>
internal readonly record struct Measurement(TimeSpan Cpu, TimeSpan Wall, long Peak, long ChildPeak)
{
    /// <summary>The median of each figure by itself.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> runs) =>
        new(Middle(runs.Select(r => r.Cpu)), Middle(runs.Select(r => r.Wall)), Middle(runs.Select(r => r.Peak)), Middle(runs.Select(r => r.ChildPeak)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();

        return sorted[sorted.Count / 2];
    }
}
