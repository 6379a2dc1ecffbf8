using ScriptHost.Runs;

namespace ScriptHost.Watching;

/// <summary>A round that came to its end, for later ones to rest on.</summary>
/// <param name="Identity">What its results rest on.</param>
/// <param name="Run">Its results.</param>
/// <param name="Record">The file of its outcomes, for the round after it.</param>
internal sealed record FinishedRound(RunIdentity Identity, RunRecord Run, string Record)
{
    /// <summary>Whether other scorers say the same of the same traces: then there is nothing to score, and metrics are at hand for all that is demanded of them.</summary>
    public bool IsSame(RunIdentity now, LoadReport scorers) =>
        Identity.Allowlist == now.Allowlist
        && Identity.Scorers.SequenceEqual(now.Scorers)
        && Identity.Inputs.SequenceEqual(now.Inputs)
        && Run.Metrics.All(m => scorers.Preset?.Demanded(m.Name).All(m.Aggregations.Contains) ?? true);
}
