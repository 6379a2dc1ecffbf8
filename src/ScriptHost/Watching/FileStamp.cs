using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScriptHost.Traces;

namespace ScriptHost.Watching;

/// <summary>Tells whether a file is still the one that it was.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Written">When it was written last, in ticks of UTC.</param>
/// <param name="Hash">SHA-256 of its content; empty where size and time have to do, since reading it would take too long.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStamp(long Length, long Written, string Hash)
{
    /// <summary>The stamp of a file as it is now, told by size and time; null when it is gone. Links are followed.</summary>
    public static FileStamp? OfTraces(string path) => InputFile.At(path) is { Length: { } length, Written: var written } ? new(length, written, "") : null;

    /// <summary>The stamp of a file as it is now, told by its content; null when it is gone or cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">Its stamp before: while size and time are the same, so is the content.</param>
    public static FileStamp? OfContent(string path, FileStamp? before)
    {
        try
        {
            return OfTraces(path) is not { } now ? null
                : before is { } known && (known.Length, known.Written) == (now.Length, now.Written) ? known
                : now with { Hash = Hashed(path) };
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the file is the same as before.</summary>
    public bool IsSame(FileStamp before) => Hash.Length > 0 ? Hash == before.Hash : (Length, Written) == (before.Length, before.Written);

    private static string Hashed(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
