using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// Which pairs of a shard or batch need not be scored, since an earlier run's outcomes are taken over: for each unit one of a few patterns of
/// scorers, since nearly all units have the same.
/// </summary>
/// <param name="patterns">Which scorers, by index.</param>
/// <param name="units">The pattern of each unit; units that it does not reach have none.</param>
internal sealed class ReusedPairs(IReadOnlyList<bool[]> patterns, IReadOnlyList<int> units)
{
    /// <summary>No pair.</summary>
    public static ReusedPairs None { get; } = new([], []);

    /// <summary>Whether a pair's outcome is taken over.</summary>
    public bool Has(int unit, int scorer) => unit < units.Count && patterns[units[unit]][scorer];

    /// <summary>The same for some of the scorers.</summary>
    /// <param name="indexes">Where these stand among all.</param>
    public ReusedPairs Only(IReadOnlyList<int> indexes) => units.Count == 0 ? this : new([.. patterns.Select(p => indexes.Select(i => p[i]).ToArray())], units);

    /// <summary>Writes it.</summary>
    public void Write(WireWriter writer)
    {
        writer.Write(patterns, pattern => writer.Write(pattern, writer.Write));
        writer.Write(units, writer.Write);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static ReusedPairs Read(WireReader reader)
    {
        var patterns = reader.ReadList(() => reader.ReadList(reader.ReadBoolean).ToArray());

        return new(patterns, reader.ReadList(() => reader.ReadIndex(patterns.Count)));
    }
}
