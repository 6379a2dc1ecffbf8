using System.Buffers.Binary;
using System.Globalization;
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
    private readonly List<(string Name, ulong High, ulong Low)> kept = [];
    private readonly TraceKey own = Named(scorer, scorer, index: 0);

    /// <summary>The id of the first assessment in an outcome, when it is named after its scorer.</summary>
    /// <param name="trace">The trace's key.</param>
    public TraceKey Of(TraceKey trace) => new(trace.High ^ own.High, trace.Low ^ own.Low);

    /// <summary>The id of an assessment, the same in every run.</summary>
    /// <param name="trace">The trace's key.</param>
    /// <param name="name">The feedback's name.</param>
    /// <param name="index">The feedback's place in its outcome, from 0.</param>
    public TraceKey Of(TraceKey trace, ReadOnlySpan<char> name, int index)
    {
        while (kept.Count <= index)
        {
            kept.Add(("", 0, 0));
        }

        if (!name.SequenceEqual(kept[index].Name))
        {
            kept[index] = Kept(name, index);
        }

        var (_, high, low) = kept[index];

        return new(trace.High ^ high, trace.Low ^ low);
    }

    private (string Name, ulong High, ulong Low) Kept(ReadOnlySpan<char> name, int index)
    {
        var key = Named(scorer, name, index);

        return (name.ToString(), key.High, key.Low);
    }

    private static TraceKey Named(string scorer, ReadOnlySpan<char> name, int index)
    {
        var hash = Sha256.Hash(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"assessment\0{scorer}\0{name}\0{index}")));

        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(sizeof(ulong))));
    }
}
