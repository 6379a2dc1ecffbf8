using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Records;

/// <summary>Stands for a trace's id: 128 bits of a SHA-256, so that nobody can make two ids that look alike.</summary>
internal static class TraceKey
{
    private const int Small = 512;

    /// <summary>The key of an id.</summary>
    public static UInt128 Of(ReadOnlySpan<char> id)
    {
        // The prefix keeps it apart from the hashes of names, which it is mixed with to make the ids of assessments.
        var prefix = "trace\0"u8;
        var most = prefix.Length + Encoding.UTF8.GetMaxByteCount(id.Length);
        var rented = most > Small ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[Small];
        prefix.CopyTo(bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(prefix.Length + Encoding.UTF8.GetBytes(id, bytes[prefix.Length..]))], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
