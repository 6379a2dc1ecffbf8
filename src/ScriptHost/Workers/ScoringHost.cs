using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>Makes the host that a run asks for.</summary>
internal static class ScoringHost
{
    /// <summary>The host.</summary>
    /// <param name="options">What to score, where, and the limits.</param>
    public static IScoringHost For(RunOptions options) => options.Isolation == Isolation.None ? new ScoringThreads(options) : new WorkerPool(options);
}
