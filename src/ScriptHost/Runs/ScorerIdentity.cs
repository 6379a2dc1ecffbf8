namespace ScriptHost.Runs;

/// <summary>What a scorer's outcomes rest on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">The hash of its script, and how it is configured.</param>
/// <param name="Aggregations">Its aggregations, in order.</param>
internal sealed record ScorerIdentity(string Name, string Content, string Aggregations);
