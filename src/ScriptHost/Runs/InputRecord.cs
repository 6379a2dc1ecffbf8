namespace ScriptHost.Runs;

/// <summary>One file of traces.</summary>
/// <param name="Path">As found.</param>
/// <param name="Bytes">Its size on disk; null for standard input.</param>
/// <param name="Traces">How many traces it holds, malformed and repeated ones included.</param>
internal sealed record InputRecord(string Path, long? Bytes, long Traces);
