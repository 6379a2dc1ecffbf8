namespace ScriptHost.Runs;

/// <summary>Takes what comes of scoring a shard, in input order: a <see cref="ShardResult"/> here, a pipe to one in a worker.</summary>
internal interface IShardSink
{
    /// <summary>A trace is done.</summary>
    /// <param name="trace">As <see cref="ShardFormat"/> and <see cref="Records.OutcomeFormat"/> write it; to be copied.</param>
    void Add(ReadOnlySpan<byte> trace);

    /// <summary>A document is malformed.</summary>
    void Add(ShardFault fault);

    /// <summary>A piece is done.</summary>
    void Add(PieceCount piece);

    /// <summary>The shard ends here, within a piece of which this much was read.</summary>
    void Cut(PieceCount piece);

    /// <summary>The shard came to its end.</summary>
    void Complete();
}
