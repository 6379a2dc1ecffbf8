namespace ScriptHost.Traces;

/// <summary>One file of traces.</summary>
/// <param name="Path">As found below what the user named; <c>-</c> for standard input.</param>
/// <param name="Length">Its size on disk in bytes; null for standard input.</param>
internal sealed record InputFile(string Path, long? Length)
{
    /// <summary>Standard input.</summary>
    public static InputFile StandardInput { get; } = new("-", null);

    /// <summary>When it was written last, in ticks of UTC; 0 for standard input, and for a file that was gone.</summary>
    public long Written { get; init; }

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

    /// <summary>A file as it is now, behind links; null when there is none.</summary>
    public static InputFile? At(string path) => At(path, new(path));

    /// <summary>A file as it is now, behind links; null when there is none.</summary>
    /// <param name="path">What to call it.</param>
    /// <param name="info">What is known of it, if it was not looked at yet.</param>
    public static InputFile? At(string path, FileInfo info)
    {
        try
        {
            // One look at the file where it is no link: folders may hold a hundred thousand.
            var file = info.Attributes.HasFlag(FileAttributes.ReparsePoint) ? info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info : info;

            return file.Exists ? new(path, file.Length) { Written = file.LastWriteTimeUtc.Ticks } : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
