using System.Security.Cryptography;

namespace ScriptHost.Scripting;

/// <summary>An allowlist as it lies on disk; its hash is known without reading it as YAML, which warm starts rely on.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Content">The bytes that were read, once.</param>
internal sealed record AllowlistText(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The list that ships inside this assembly.</summary>
    public static AllowlistText Embedded { get; } = new("allowlist.yaml", EmbeddedFiles.Read("allowlist.yaml"));

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
