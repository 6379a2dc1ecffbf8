namespace ScriptHost.Runs;

/// <summary>A malformed document, or a file that could not be read (on).</summary>
/// <param name="Piece">The index of the piece in its shard.</param>
/// <param name="Line">Counted from where the piece begins, 1-based; 0 when nothing could be read.</param>
/// <param name="Offset">In bytes from the start of the file.</param>
/// <param name="Sentence">What is wrong, without a full stop.</param>
internal sealed record ShardFault(int Piece, long Line, long Offset, string Sentence);
