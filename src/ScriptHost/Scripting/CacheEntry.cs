using System.Text;

namespace ScriptHost.Scripting;

/// <summary>What the cache holds of a result: the warnings, the image.</summary>
internal static class CacheEntry
{
    /// <summary>What its file begins with.</summary>
    public static ReadOnlyMemory<byte> Mark { get; } = "SHCACHE2"u8.ToArray();

    /// <summary>Writes a result down; its diagnostics are warnings, which a warm run shows again.</summary>
    public static byte[] Write(CompileResult result)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            ResultFormat.Write(writer, result);
        }

        return content.ToArray();
    }

    /// <summary>Reads a result. An image that is refused comes as what is wrong with it.</summary>
    /// <param name="source">The script that the entry is of.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="allowlist">What the script may use.</param>
    /// <exception cref="EndOfStreamException">They are cut.</exception>
    public static CompileResult Read(ScriptSource source, byte[] content, Allowlist allowlist)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);

        return ResultFormat.Read(reader, source, allowlist);
    }
}
