using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>The scorers that presets may name.</summary>
internal sealed class KnownScorers
{
    private readonly Dictionary<string, ScorerDescription> described;
    private readonly SortedSet<string> names;

    /// <summary>Scorers, and the names of those that exist but of which nothing is known: their scripts have faults, which are told elsewhere.</summary>
    public KnownScorers(IEnumerable<ScorerDescription> described, IEnumerable<string> undescribed)
    {
        this.described = described.ToDictionary(s => s.Name, StringComparer.Ordinal);
        names = new(this.described.Keys.Concat(undescribed), StringComparer.Ordinal);
    }

    /// <summary>All names.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>What is known of a scorer; null when nothing is.</summary>
    public ScorerDescription? Find(string name) => described.GetValueOrDefault(name);
}
