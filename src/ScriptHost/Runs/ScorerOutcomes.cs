namespace ScriptHost.Runs;

/// <summary>How a scorer's pairs ended.</summary>
/// <param name="Scorer">The scorer.</param>
/// <param name="Scored">Pairs with a value.</param>
/// <param name="Error">Pairs with an error.</param>
/// <param name="NotApplicable">Pairs to which the scorer had nothing to say.</param>
/// <param name="Skipped">Pairs for which the scorer was not asked.</param>
internal sealed record ScorerOutcomes(string Scorer, long Scored, long Error, long NotApplicable, long Skipped);
