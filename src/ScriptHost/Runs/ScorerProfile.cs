namespace ScriptHost.Runs;

/// <summary>What the calls of one scorer cost.</summary>
/// <param name="Scorer">The scorer.</param>
/// <param name="Calls">How many calls came back.</param>
/// <param name="Time">Their wall-clock time, added up.</param>
/// <param name="Bytes">The bytes that they allocated.</param>
internal sealed record ScorerProfile(string Scorer, long Calls, TimeSpan Time, long Bytes);
