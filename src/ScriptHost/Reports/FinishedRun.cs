using ScriptHost.Comparison;
using ScriptHost.Runs;

namespace ScriptHost.Reports;

/// <summary>What reports are made of.</summary>
/// <param name="Record">The run.</param>
/// <param name="ResultsPath">Its complete <c>results.jsonl</c>.</param>
/// <param name="Traces">The files, folders and globs that were scored.</param>
/// <param name="Comparison">How it differs from its baseline; null without one.</param>
internal sealed record FinishedRun(RunRecord Record, string ResultsPath, IReadOnlyList<string> Traces, RunComparison? Comparison)
{
    /// <summary>Writes the results as they are.</summary>
    public void CopyResults(Stream target)
    {
        using var results = File.OpenRead(ResultsPath);
        results.CopyTo(target);
    }
}
