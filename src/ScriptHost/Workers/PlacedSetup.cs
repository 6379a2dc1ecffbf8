using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>How a scorer is called, and where its code is.</summary>
/// <param name="Image">The index of its code among the scripts that a worker was given.</param>
/// <param name="Setup">How it is called.</param>
internal sealed record PlacedSetup(int Image, ScorerSetup Setup);
