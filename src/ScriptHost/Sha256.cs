using System.Security.Cryptography;

namespace ScriptHost;

/// <summary>SHA-256 as this program writes it down: of scripts, caches and what is trusted.</summary>
internal static class Sha256
{
    /// <summary>How long a hash is, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The hash of some bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> content) => SHA256.HashData(content);

    /// <summary>The hash of some bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
