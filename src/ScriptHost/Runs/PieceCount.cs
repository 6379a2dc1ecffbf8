namespace ScriptHost.Runs;

/// <summary>What a piece held.</summary>
/// <param name="Lines">The lines of its file that begin in it.</param>
/// <param name="Documents">Its documents, malformed ones included.</param>
internal sealed record PieceCount(long Lines, long Documents);
