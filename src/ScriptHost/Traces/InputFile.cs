namespace ScriptHost.Traces;

/// <summary>One file of traces.</summary>
/// <param name="Path">As found below what the user named; <c>-</c> for standard input.</param>
/// <param name="Length">Its size on disk in bytes; null for standard input.</param>
internal sealed record InputFile(string Path, long? Length)
{
    /// <summary>Standard input.</summary>
    public static InputFile StandardInput { get; } = new("-", null);

    /// <summary>Whether a document can be read again at its place: not so for standard input and for packed files.</summary>
    public bool IsSeekable => Length is not null && !IsPacked;

    /// <summary>Whether its name says that it is packed with gzip.</summary>
    public bool IsPacked => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its name says that each line is a document.</summary>
    public bool IsJsonLines
    {
        get
        {
            var name = IsPacked ? Path[..^3] : Path;

            return name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
        }
    }
}
