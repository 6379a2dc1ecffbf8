using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Tells whether a file is still the one that it was.</summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Its size in bytes; -1 for standard input, and for a file that is gone.</param>
/// <param name="Written">When it was written last, in ticks of UTC.</param>
internal sealed record InputStamp(string Path, long Length, long Written)
{
    /// <summary>Whether it is standard input, of which nothing can be told.</summary>
    public bool IsStandardInput => Path == InputFile.StandardInput.Path;

    /// <summary>The stamp of a file as it is now.</summary>
    public static InputStamp Of(InputFile file)
    {
        var found = new FileInfo(file.Path);

        return file.Length is not null && found.Exists ? new(file.Path, found.Length, found.LastWriteTimeUtc.Ticks) : new(file.Path, -1, 0);
    }
}
