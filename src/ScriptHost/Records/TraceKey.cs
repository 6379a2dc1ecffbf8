using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ScriptHost.Records;

/// <summary>
/// Stands for a trace's id: its XXH128, so that two ids look alike only when somebody means them to, who might as well use one id twice. Not a
/// <see cref="UInt128"/>, since code that names one is not compiled ahead.
/// </summary>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The other 64 bits.</param>
internal readonly record struct TraceKey(ulong High, ulong Low)
{
    /// <summary>The key of an id.</summary>
    public static TraceKey Of(ReadOnlySpan<char> id)
    {
        Span<byte> hash = stackalloc byte[2 * sizeof(ulong)];
        XxHash128.Hash(MemoryMarshal.AsBytes(id), hash);

        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[sizeof(ulong)..]));
    }
}
