using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// Which pairs of a shard or batch need not be scored, since an earlier run's outcomes are taken over: for each unit one of a few patterns of
/// scorers, since nearly all units have the same.
/// </summary>
/// <param name="patterns">Which scorers, by index.</param>
/// <param name="units">The pattern of each unit, and what tells that the unit is still the same; units that it does not reach have none.</param>
internal sealed class ReusedPairs(IReadOnlyList<bool[]> patterns, IReadOnlyList<(int Pattern, ulong Content)> units)
{
    /// <summary>No pair.</summary>
    public static ReusedPairs None { get; } = new([], []);

    /// <summary>Whether a pair's outcome is taken over: not where the file changed since, and another trace stands in the unit's place.</summary>
    public bool Has(int unit, ulong content, int scorer) => unit < units.Count && units[unit] is var known && known.Content == content && patterns[known.Pattern][scorer];

    /// <summary>The same for some of the scorers.</summary>
    /// <param name="indexes">Where these stand among all.</param>
    public ReusedPairs Only(IReadOnlyList<int> indexes) => units.Count == 0 ? this : new([.. patterns.Select(p => indexes.Select(i => p[i]).ToArray())], units);

    /// <summary>Writes it.</summary>
    public void Write(WireWriter writer)
    {
        writer.Write(patterns, pattern => writer.Write(pattern, writer.Write));
        writer.Write(units, unit =>
        {
            writer.Write(unit.Pattern);
            writer.Write((long)unit.Content);
        });
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static ReusedPairs Read(WireReader reader)
    {
        var patterns = reader.ReadList(() => reader.ReadList(reader.ReadBoolean).ToArray());

        return new(patterns, reader.ReadList(() => (reader.ReadIndex(patterns.Count), (ulong)reader.ReadInt64())));
    }
}
