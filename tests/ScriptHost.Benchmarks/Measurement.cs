namespace ScriptHost.Benchmarks;

/// <summary>What a process took from start to exit.</summary>
/// <param name="Cpu">User and system time.</param>
/// <param name="Wall">Wall-clock time; on a shared machine it says little.</param>
/// <param name="Peak">The most memory that was resident, in bytes.</param>
internal readonly record struct Measurement(TimeSpan Cpu, TimeSpan Wall, long Peak)
{
    /// <summary>The median of each figure by itself.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> runs) =>
        new(Middle(runs.Select(r => r.Cpu)), Middle(runs.Select(r => r.Wall)), Middle(runs.Select(r => r.Peak)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();

        return sorted[sorted.Count / 2];
    }
}
