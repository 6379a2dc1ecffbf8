using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>What is said of a shard beside its traces: what was malformed, what its pieces held, and whether it came to its end.</summary>
internal sealed class ShardTally
{
    private readonly List<ShardFault> faults = [];
    private readonly List<PieceCount> pieces = [];
    private PieceCount? cut;

    /// <summary>What was malformed, in input order.</summary>
    public IReadOnlyList<ShardFault> Faults => faults;

    /// <summary>What each piece held, in order; the last one may be cut short.</summary>
    public IReadOnlyList<PieceCount> Pieces => cut is { } last ? [.. pieces, last] : pieces;

    /// <summary>How many pieces came to their end.</summary>
    public int WholePieces => pieces.Count;

    /// <summary>Whether the shard came to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>A document is malformed.</summary>
    public void Add(ShardFault fault) => faults.Add(fault);

    /// <summary>A piece is done.</summary>
    public void Add(PieceCount piece)
    {
        pieces.Add(piece);
        cut = null;
    }

    /// <summary>Adds what is said of the rest of the shard.</summary>
    /// <param name="rest">The rest's.</param>
    /// <param name="isComplete">Whether the shard came to its end with it.</param>
    public void Add(ShardTally rest, bool isComplete)
    {
        faults.AddRange(rest.faults);
        pieces.AddRange(rest.pieces);
        cut = rest.cut;
        IsComplete = isComplete;
    }

    /// <summary>The shard ends here, within a piece of which this much was read.</summary>
    public void Cut(PieceCount piece) => cut = piece;

    /// <summary>The shard came to its end.</summary>
    public void Complete() => IsComplete = true;

    /// <summary>Writes it, of a shard that came to its end.</summary>
    public void Write(WireWriter target)
    {
        target.Write(faults, fault => ShardFormat.Write(target, fault));
        target.Write(pieces, piece => ShardFormat.Write(target, piece));
    }

    /// <summary>Reads it.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="shard">The shard; null for one of another run.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static ShardTally Read(WireReader reader, Shard? shard)
    {
        var tally = new ShardTally { IsComplete = true };
        tally.faults.AddRange(reader.ReadList(() => ShardFormat.ReadFault(reader, shard)));
        tally.pieces.AddRange(reader.ReadList(() => ShardFormat.ReadPiece(reader)));

        return tally;
    }
}
