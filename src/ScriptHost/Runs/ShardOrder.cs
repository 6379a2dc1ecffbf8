namespace ScriptHost.Runs;

/// <summary>What of a shard is to be scored, and how: plain data that can be sent to a worker.</summary>
internal sealed record ShardOrder
{
    /// <summary>How many pieces are done.</summary>
    public int Pieces { get; init; }

    /// <summary>How many documents of the next piece are done.</summary>
    public int Documents { get; init; }

    /// <summary>How many documents of the shard are done, malformed ones included.</summary>
    public int Units { get; init; }

    /// <summary>How many selected traces to take at most, those of the same id counted once; null takes all.</summary>
    public int? Most { get; init; }

    /// <summary>Where each scorer stands in <see cref="Quarantine"/>, by index.</summary>
    public required IReadOnlyList<int> Strikes { get; init; }

    /// <summary>Pairs that are not tried again.</summary>
    public IReadOnlyList<Blame> Blamed { get; init; } = [];

    /// <summary>Pairs whose outcomes are taken over from an earlier run.</summary>
    public ReusedPairs Reused { get; init; } = ReusedPairs.None;
}
