using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Scripting;

/// <summary>The bytes of a cached result: a mark, the SHA-256 of what follows, the warnings, the image.</summary>
internal static class CacheEntry
{
    private static readonly byte[] Mark = "SHCACHE2"u8.ToArray();

    /// <summary>Writes a result down; its diagnostics are warnings, which a warm run shows again.</summary>
    public static byte[] Write(CompileResult result)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            ResultFormat.Write(writer, result);
        }

        var bytes = body.ToArray();

        return [.. Mark, .. SHA256.HashData(bytes), .. bytes];
    }

    /// <summary>Reads a result; null when the bytes are not what was written. An image that is refused comes as what is wrong with it.</summary>
    /// <param name="source">The script that the entry is of.</param>
    /// <param name="entry">The bytes.</param>
    /// <param name="allowlist">What the script may use.</param>
    public static CompileResult? Read(ScriptSource source, byte[] entry, Allowlist allowlist)
    {
        var start = Mark.Length + SHA256.HashSizeInBytes;
        if (entry.Length < start
            || !entry.AsSpan().StartsWith(Mark)
            || !SHA256.HashData(entry.AsSpan(start)).AsSpan().SequenceEqual(entry.AsSpan(Mark.Length, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(entry, start, entry.Length - start), Encoding.UTF8);

        return ResultFormat.Read(reader, source, allowlist);
    }
}
