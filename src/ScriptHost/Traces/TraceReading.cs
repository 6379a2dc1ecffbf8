namespace ScriptHost.Traces;

/// <summary>Reads all documents of the inputs, in input order, one at a time.</summary>
internal static class TraceReading
{
    /// <summary>The documents of files, folders, globs and <c>-</c>.</summary>
    /// <exception cref="InputException">A path does not exist.</exception>
    public static IEnumerable<TraceDocument> Documents(IReadOnlyList<string> paths) => throw new NotImplementedException($"{paths}");
}
