using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Counts what the inputs hold, from the counts of their pieces; to be told of shards in their order.</summary>
/// <param name="arguments">The inputs.</param>
internal sealed class InputCounts(IReadOnlyList<InputArgument> arguments)
{
    private readonly long[] documents = new long[arguments.Count];
    private long lines;

    /// <summary>Takes the next shard.</summary>
    /// <returns>Where its documents stand.</returns>
    public ShardPlaces Take(ShardResult shard)
    {
        var (pieces, counts) = (shard.Shard.Pieces, shard.Pieces);
        var linesBefore = new long[pieces.Count];
        for (var i = 0; i < linesBefore.Length; i++)
        {
            lines = pieces[i].IsFirst ? 0 : lines;
            linesBefore[i] = lines;
            if (i < counts.Count)
            {
                lines += counts[i].Lines;
                documents[pieces[i].Argument] += counts[i].Documents;
            }
        }

        return new(shard.Shard, linesBefore);
    }

    /// <summary>What each argument gave.</summary>
    public IReadOnlyList<InputRecord> Records() =>
        [.. arguments.Select((a, i) => new InputRecord(a.Argument, a.Files.Count, a.Bytes, documents[i]))];
}
