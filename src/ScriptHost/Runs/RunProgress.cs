namespace ScriptHost.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Traces">Traces scored so far.</param>
/// <param name="Sessions">Sessions scored so far.</param>
/// <param name="BytesDone">Bytes of input that are done.</param>
/// <param name="BytesTotal">Bytes of input in all; null when unknown (standard input).</param>
/// <param name="Errors">Pairs that ended in an error so far.</param>
internal sealed record RunProgress(long Traces, long Sessions, long BytesDone, long? BytesTotal, long Errors);
