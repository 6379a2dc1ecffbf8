namespace ScriptHost.Runs;

/// <summary>A pair that is not tried again, since it ended the worker that it ran in.</summary>
/// <param name="Unit">The index of the document in its shard, or of the session in its batch.</param>
/// <param name="Scorer">The index of the scorer; -1 when reading the document was what ended the worker.</param>
/// <param name="Code">One of <see cref="Scoring.ErrorCode"/>.</param>
internal sealed record Blame(int Unit, int Scorer, string Code);
