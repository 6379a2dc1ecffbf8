using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Html;

/// <summary>The place of each trace in the record, by 64 bits of its id's hash: an id would take three times the memory.</summary>
internal sealed class TraceRows
{
    private readonly Dictionary<ulong, int> rows = [];

    /// <summary>How many traces there are.</summary>
    public int Count => rows.Count;

    /// <summary>Takes the next trace.</summary>
    public void Add(string traceId) => rows.TryAdd(Key(traceId), rows.Count);

    /// <summary>The trace's place, from 0; null when it is not in the record.</summary>
    public int? Of(string traceId) => rows.TryGetValue(Key(traceId), out var row) ? row : null;

    private static ulong Key(string traceId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(traceId), hash);

        return MemoryMarshal.Read<ulong>(hash);
    }
}
