using ScriptHost.Plugins;
using ScriptHost.Presets;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>What came of finding and compiling scorers and running what they run first: plain data, never a delegate.</summary>
/// <param name="Diagnostics">All faults of all scorers, by path and place.</param>
/// <param name="Scorers">The scorers without a fault, by name; once configured, the preset's members under their names, in its order.</param>
/// <param name="Images">Their code, in the same order.</param>
/// <param name="Allowlist">What scripts may use.</param>
internal sealed record LoadReport(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<ScorerDescription> Scorers,
    IReadOnlyList<ScorerImage> Images,
    AllowlistText Allowlist)
{
    /// <summary>How each is called, in the same order.</summary>
    public IReadOnlyList<ScorerSetup> Setups { get; init; } = [.. Scorers.Select(ScorerSetup.Of)];

    /// <summary>Where the scripts' images came from.</summary>
    public CompileCounts Compiling { get; init; } = new(0, 0);

    /// <summary>The preset that configured them; null when each is as its script has it.</summary>
    public Preset? Preset { get; init; }

    /// <summary>Whether nothing may be scored.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>The members of a preset whose scorers were all loaded here. One script may be several members.</summary>
    public LoadReport Configured(Preset preset) => this with
    {
        Preset = preset,
        Scorers = [.. preset.Members.Select(m => m.Scorer with { Name = m.Name, Aggregations = preset.AggregationsOf(m) })],
        Images = [.. preset.Members.Select(m => ImageOf(m.Scorer))],
        Setups = [.. preset.Members.Select(ScorerSetup.Of)],
    };

    /// <summary>The same, where each member of the preset scores the share of units that the preset has watched.</summary>
    public LoadReport Sampled() => Preset is null ? this : this with
    {
        Setups = [.. Setups.Zip(Preset.Members, (setup, member) => setup with { Sample = member.Sample?.Value ?? 1 })],
    };

    /// <summary>Only those scorers for which something holds.</summary>
    public LoadReport Only(Func<ScorerDescription, bool> isKept)
    {
        var kept = Enumerable.Range(0, Scorers.Count).Where(i => isKept(Scorers[i])).ToList();

        return this with { Scorers = [.. kept.Select(i => Scorers[i])], Images = [.. kept.Select(i => Images[i])], Setups = [.. kept.Select(i => Setups[i])] };
    }

    // Two presets may bring scripts of one name, which only their bytes tell apart.
    private ScorerImage ImageOf(ScorerDescription scorer) => Scorers.Zip(Images, (s, i) => s.Name == scorer.Name && s.Hash == scorer.Hash ? i : null).First(i => i is not null)!;
}
