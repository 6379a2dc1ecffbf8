using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Phase 2 of a run: scores traces, then sessions, and accounts for every pair.</summary>
internal static class RunEngine
{
    /// <summary>Scores.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="scorers">What phase 1 loaded, without errors.</param>
    /// <param name="outcomes">
    /// Called by one thread at a time, in the order of the record: traces in input order, for each its scorers in order; then sessions
    /// by oldest trace.
    /// </param>
    /// <param name="progress">Told now and then; null tells nobody.</param>
    /// <param name="cancellationToken">Ends the run early; what was scored is reported.</param>
    /// <exception cref="InputException">A path of <see cref="RunOptions.Traces"/> does not exist or cannot be read.</exception>
    public static Task<RunRecord> RunAsync(
        RunOptions options,
        LoadReport scorers,
        Action<Outcome> outcomes,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{options} {scorers} {outcomes} {progress} {cancellationToken}");
}
