using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Reports;

/// <summary>
/// Makes the ids of assessments: 128 bits of a trace's SHA-256, mixed with those of (scorer, name, index). Both are kept, since a run has an id
/// for each assessment but few traces at a time, and few names.
/// </summary>
internal sealed class AssessmentIds
{
    // Names are a script's own and may be different every time.
    private const int MostKept = 4_096;

    private readonly Dictionary<(string Scorer, string Name, int Index), UInt128> kept = [];
    private string lastTrace = "";
    private UInt128 last = Hash("trace\0");

    /// <summary>The id of an assessment, the same in every run.</summary>
    public UInt128 Of(string traceId, string scorer, string name, int index)
    {
        if (!ReferenceEquals(traceId, lastTrace))
        {
            (lastTrace, last) = (traceId, Hash($"trace\0{traceId}"));
        }

        var key = (scorer, name, index);
        if (!kept.TryGetValue(key, out var own))
        {
            own = Hash(string.Create(CultureInfo.InvariantCulture, $"assessment\0{scorer}\0{name}\0{index}"));
            if (kept.Count < MostKept)
            {
                kept.Add(key, own);
            }
        }

        return last ^ own;
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);

        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
