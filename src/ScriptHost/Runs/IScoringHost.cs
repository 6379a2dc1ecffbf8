using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>
/// Where scripts run: on threads of this process, which cannot be killed, or in processes of their own, which can. README.md beside this
/// file has the rules of order and blame, which hold for both.
/// </summary>
internal interface IScoringHost : IDisposable
{
    /// <summary>Ends when a call hangs that cannot be stopped; never where it can be.</summary>
    Task<RunningCall> Hung { get; }

    /// <summary>What of the operating system holds the scripts; null where they run in this process, and before it is known.</summary>
    ContainmentReport? Containment { get; }

    /// <summary>Runs the top level of scripts once and says what their scorers are.</summary>
    /// <param name="images">The scripts.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="timeout">The longest that one script's top level may take, in wall-clock time.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>A description for each script, in their order.</returns>
    IReadOnlyList<ScriptDescription> Describe(
        IReadOnlyList<ScorerImage> images, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Waits until it is known what of the operating system will hold scripts, where that was not found out by describing some.</summary>
    /// <param name="report">What was loaded, without errors.</param>
    /// <exception cref="InputException">All layers are asked for, and one does not hold.</exception>
    void Prepare(LoadReport report);

    /// <summary>Says what scores what; called before the first job, and again for other scorers once all jobs are done.</summary>
    /// <param name="report">What was loaded, without errors.</param>
    /// <param name="selection">What is scored.</param>
    void Open(LoadReport report, RunOptions selection);

    /// <summary>Scores the traces of a shard.</summary>
    /// <param name="partial">Says what to read, and takes what is done; empty before.</param>
    /// <param name="order">Where to begin and to end.</param>
    /// <param name="cancellationToken">Ends the shard between two traces, or in the midst of one.</param>
    Task ScoreAsync(ShardResult partial, ShardOrder order, CancellationToken cancellationToken);

    /// <summary>Scores a batch of sessions.</summary>
    /// <param name="batch">Says which, and takes what is done; empty before.</param>
    /// <param name="order">Where to begin.</param>
    /// <param name="inputs">Where their traces are read again.</param>
    /// <param name="cancellationToken">Ends the batch between two sessions, or in the midst of one.</param>
    Task ScoreAsync(SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken);
}
