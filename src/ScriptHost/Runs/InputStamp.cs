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

    /// <summary>The stamp of a file as it was found.</summary>
    public static InputStamp Of(InputFile file) => file is { Length: { } length, Written: not 0 } ? new(file.Path, length, file.Written) : new(file.Path, -1, 0);

    /// <summary>The stamp of a file as it is now.</summary>
    public static InputStamp Now(InputFile file) =>
        Of((file.Length is null ? null : InputFile.At(file.Path)) ?? new(file.Path, null));
}
