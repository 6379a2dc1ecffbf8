namespace ScriptHost.Runs;

/// <summary>Where the traces of sessions are read again.</summary>
/// <param name="Path">The path of an input file, by its index.</param>
/// <param name="Kept">Documents that cannot be read again in their place.</param>
internal sealed record SessionInputs(Func<int, string> Path, Func<TracePlace, byte[]> Kept);
