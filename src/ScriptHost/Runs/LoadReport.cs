using ScriptHost.Plugins;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>What came of finding and compiling scorers and running what they run first: plain data, never a delegate.</summary>
/// <param name="Diagnostics">All faults of all scorers, by path and place.</param>
/// <param name="Scorers">The scorers without a fault, by name.</param>
/// <param name="Images">Their code, in the same order.</param>
/// <param name="Allowlist">What scripts may use.</param>
internal sealed record LoadReport(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<ScorerDescription> Scorers,
    IReadOnlyList<ScorerImage> Images,
    AllowlistText Allowlist)
{
    /// <summary>Whether nothing may be scored.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
