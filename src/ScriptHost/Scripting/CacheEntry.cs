using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Scripting;

/// <summary>The bytes of a cached result: a mark, the SHA-256 of what follows, the warnings, the image.</summary>
internal static class CacheEntry
{
    private static readonly byte[] Mark = "SHCACHE1"u8.ToArray();

    /// <summary>Writes a result down.</summary>
    /// <param name="image">The compiled script.</param>
    /// <param name="diagnostics">Its warnings, which a warm run shows again.</param>
    public static byte[] Write(ScriptImage image, IReadOnlyList<Diagnostic> diagnostics)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(image.Hash);
            writer.Write(diagnostics.Count);
            foreach (var diagnostic in diagnostics)
            {
                writer.Write(diagnostic.Line);
                writer.Write(diagnostic.Column);
                writer.Write(diagnostic.Code);
                writer.Write(diagnostic.Message);
            }

            writer.Write(image.Bytes.Length);
            writer.Write(image.Bytes.Span);
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
        var hash = reader.ReadString();
        var diagnostics = new Diagnostic[reader.ReadInt32()];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            diagnostics[i] = new(source.Path, reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(), Severity.Warning, reader.ReadString());
        }

        var faults = ScriptImage.Admit(source.Name, source.Path, hash, reader.ReadBytes(reader.ReadInt32()), allowlist, out var image);

        return new(source, image, image is null ? faults : diagnostics);
    }
}
