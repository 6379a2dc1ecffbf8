namespace ScriptHost.Runs;

/// <summary>What one TRACES argument gave.</summary>
/// <param name="Path">As the user wrote it.</param>
/// <param name="Files">How many files it stands for.</param>
/// <param name="Bytes">Their size on disk; null for standard input.</param>
/// <param name="Traces">How many traces they hold, malformed and repeated ones included.</param>
internal sealed record InputRecord(string Path, int Files, long? Bytes, long Traces);
