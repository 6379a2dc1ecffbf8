using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Records;

/// <summary>
/// Stands for a trace's id: 128 bits of a SHA-256, so that nobody can make two ids that look alike. Not a <see cref="UInt128"/>, since code that names one is
/// not compiled ahead.
/// </summary>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The other 64 bits.</param>
internal readonly record struct TraceKey(ulong High, ulong Low)
{
    private const int Small = 512;

    /// <summary>The key of an id.</summary>
    public static TraceKey Of(ReadOnlySpan<char> id)
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

        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[sizeof(ulong)..]));
    }
}
