using ScriptHost.Plugins;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>What came of finding and compiling scorers and running what they run first: plain data, never a delegate.</summary>
/// <param name="Diagnostics">All faults of all scorers, by path and place.</param>
/// <param name="Scorers">The scorers without a fault, by name.</param>
/// <param name="Images">Their code, in the same order.</param>
/// <param name="AllowlistHash">SHA-256 of the allowlist that held, 64 lower-case hexadecimal digits.</param>
internal sealed record LoadReport(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<ScorerDescription> Scorers,
    IReadOnlyList<ScorerImage> Images,
    string AllowlistHash)
{
    /// <summary>Whether nothing may be scored.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
