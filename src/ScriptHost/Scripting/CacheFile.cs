
namespace ScriptHost.Scripting;

/// <summary>One file of the cache: a mark, the SHA-256 of what follows, the content. What does not read back as it was written counts as not there.</summary>
/// <param name="path">Where it is.</param>
/// <param name="mark">What it begins with, which says what it holds and in which form.</param>
internal sealed class CacheFile(string path, ReadOnlyMemory<byte> mark)
{
    /// <summary>The content; null when it is not there.</summary>
    public byte[]? Read()
    {
        try
        {
            // The first exception of a process takes milliseconds, and at a first run no file is there.
            return File.Exists(path) ? Opened(File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a content in place of the one before. That the disk takes no more is nobody's fault: it is made again next time.</summary>
    public void Write(ReadOnlySpan<byte> content)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, [.. mark.Span, .. Sha256.Hash(content), .. content]);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    private byte[]? Opened(byte[] written)
    {
        var start = mark.Length + Sha256.Size;

        return written.Length >= start
            && written.AsSpan().StartsWith(mark.Span)
            && Sha256.Hash(written.AsSpan(start)).AsSpan().SequenceEqual(written.AsSpan(mark.Length, Sha256.Size))
                ? written[start..]
                : null;
    }
}
