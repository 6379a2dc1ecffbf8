namespace ScriptHost.Traces;

/// <summary>Reads all documents of the inputs, in input order, one at a time.</summary>
internal static class TraceReading
{
    /// <summary>The documents of files, folders, globs and <c>-</c>; each is valid until the next one is asked for.</summary>
    /// <exception cref="InputException">A path does not exist.</exception>
    public static IEnumerable<TraceDocument> Documents(IReadOnlyList<string> paths)
    {
        var index = new TraceIndex();
        foreach (var file in new InputSearch().Find(paths).SelectMany(a => a.Files))
        {
            using var reader = new PieceReader(new(0, 0, file, 0, null), index);
            while (reader.Next() is { } document)
            {
                yield return document;
            }
        }
    }
}
