namespace ScriptHost.Traces;

/// <summary>What one worker reads at a time: some small files, or a range of a large one.</summary>
/// <param name="Index">Its place in input order, from 0.</param>
/// <param name="Pieces">What to read, in input order; at least one.</param>
internal sealed record Shard(int Index, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Its bytes on disk; standard input counts as none.</summary>
    public long Bytes => Pieces.Sum(p => p.Length ?? p.File.Length ?? 0);
}
