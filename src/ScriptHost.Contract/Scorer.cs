namespace ScriptHost.Contract;

/// <summary>How a script tells the host more about its entry delegate than the parameters do.</summary>
public static class Scorer
{
    /// <summary>Describes an entry delegate. Make it the script's value.</summary>
    /// <param name="entry">What is called for each trace or session; its parameters say what it reads, by name.</param>
    /// <param name="description">One sentence for people; null when there is nothing to say.</param>
    /// <param name="aggregations">How the values become metrics; null means the mean, empty means no metric.</param>
    /// <param name="defaults">
    /// The real defaults of settings whose parameter default is null, by parameter name; shown to people, not passed to the entry.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    public static ScorerDefinition Define(
        Delegate entry,
        string? description = null,
        IReadOnlyList<Aggregation>? aggregations = null,
        IReadOnlyDictionary<string, object?>? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(entry);

        return new(entry, description, aggregations, defaults);
    }
}
