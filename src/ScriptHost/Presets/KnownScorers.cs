using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>The scorers that presets may name.</summary>
internal sealed class KnownScorers
{
    private readonly Dictionary<string, ScorerDescription> described;
    private readonly IEnumerable<string> undescribed;

    /// <summary>
    /// Scorers, and the names of those that exist but of which nothing is known: their scripts have faults, which are told elsewhere. These names are gone
    /// through when a name is not found, and not before.
    /// </summary>
    public KnownScorers(IEnumerable<ScorerDescription> described, IEnumerable<string> undescribed)
    {
        this.described = described.ToDictionary(s => s.Name, StringComparer.Ordinal);
        this.undescribed = undescribed;
    }

    /// <summary>All names.</summary>
    public IReadOnlyCollection<string> Names => field ??= new SortedSet<string>(described.Keys.Concat(undescribed), StringComparer.Ordinal);

    /// <summary>What is known of a scorer; null when nothing is.</summary>
    public ScorerDescription? Find(string name) => described.GetValueOrDefault(name);
}
