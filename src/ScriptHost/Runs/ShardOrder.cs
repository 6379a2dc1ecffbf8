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

    /// <summary>What is left to do of it.</summary>
    /// <param name="tally">What is said of what is done, beside traces.</param>
    /// <param name="traces">The well-formed traces that are done.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public ShardOrder Rest(ShardTally tally, TraceCursor traces)
    {
        var quarantine = new Quarantine(Strikes);
        var piece = Pieces + tally.WholePieces;
        var documents = tally.Faults.Count(f => f.Piece == piece);
        var units = tally.Faults.Count;
        foreach (var trace in traces)
        {
            units++;
            documents += trace.At.Piece == piece ? 1 : 0;
            foreach (var outcome in trace.Outcomes)
            {
                quarantine.Take(outcome);
            }
        }

        return this with
        {
            Pieces = piece,
            Documents = tally.WholePieces == 0 ? Documents + documents : documents,
            Units = Units + units,
            Strikes = quarantine.Strikes,
        };
    }
}
