using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScriptHost.Records;

namespace ScriptHost.Reports;

/// <summary>
/// Makes the ids of a scorer's assessments: a trace's <see cref="TraceKey"/>, mixed with 128 bits of the SHA-256 of (scorer, name, index). The last
/// name at each index is kept, since nearly all outcomes of a scorer have the same names.
/// </summary>
/// <param name="scorer">The scorer's name.</param>
internal sealed class AssessmentIds(string scorer)
{
    private readonly List<(string Name, UInt128 Hash)> kept = [];

    /// <summary>The id of an assessment, the same in every run.</summary>
    /// <param name="trace">The trace's key.</param>
    /// <param name="name">The feedback's name.</param>
    /// <param name="index">The feedback's place in its outcome, from 0; asked for in this order.</param>
    public UInt128 Of(UInt128 trace, ReadOnlySpan<char> name, int index)
    {
        if (index == kept.Count)
        {
            kept.Add((name.ToString(), Hash(name, index)));
        }
        else if (!name.SequenceEqual(kept[index].Name))
        {
            kept[index] = (name.ToString(), Hash(name, index));
        }

        return trace ^ kept[index].Hash;
    }

    private UInt128 Hash(ReadOnlySpan<char> name, int index)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"assessment\0{scorer}\0{name}\0{index}")), hash);

        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
