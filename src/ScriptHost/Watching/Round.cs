using ScriptHost.Runs;

namespace ScriptHost.Watching;

/// <summary>What came of a round of watching.</summary>
/// <param name="Run">The whole of the results, as a run has them.</param>
/// <param name="Scored">How many pairs were scored in this round, by scorer; the outcomes of the others were there already.</param>
/// <param name="IsSame">Whether nothing that the results rest on is different from the round before.</param>
internal sealed record Round(RunRecord Run, IReadOnlyList<(string Scorer, long Pairs)> Scored, bool IsSame)
{
    /// <summary>How many pairs there are for which a scorer was asked, then or now.</summary>
    public long Pairs => Run.Outcomes.Sum(o => o.Scored + o.Error + o.NotApplicable);
}
