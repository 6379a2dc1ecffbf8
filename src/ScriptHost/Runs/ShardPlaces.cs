using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Where a shard's documents stand in their files, for people.</summary>
/// <param name="shard">The shard; its documents count lines from where their piece begins.</param>
/// <param name="linesBefore">How many lines of its file stand before each piece.</param>
internal sealed class ShardPlaces(Shard shard, IReadOnlyList<long> linesBefore)
{
    /// <summary>A document's file and line.</summary>
    /// <param name="piece">The index of the piece in its shard.</param>
    /// <param name="line">Counted from where the piece begins, 1-based.</param>
    public string Of(int piece, long line) => $"{PathOf(piece)}({line + linesBefore[piece]})";

    /// <summary>A fault, with its place.</summary>
    public string Sentence(ShardFault fault) => fault.Line == 0
        ? $"{PathOf(fault.Piece)}: {fault.Sentence}."
        : $"{Of(fault.Piece, fault.Line)}: byte {fault.Offset}: {fault.Sentence}.";

    private string PathOf(int piece) => shard.Pieces[piece].File.Path;
}
