using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Goes through the well-formed traces of a shard, in input order; for <c>foreach</c>. Nothing is believed: going on may throw.</summary>
/// <param name="traces">Each with its length before it.</param>
/// <param name="shard">The shard; null for one of another run.</param>
/// <param name="scorers">How many scorers take part.</param>
internal ref struct TraceCursor(ReadOnlySpan<byte> traces, Shard? shard, int scorers)
{
    private ReadOnlySpan<byte> rest = traces;
    private TraceView current;

    /// <summary>The one at hand, where it is: a copy of it is some hundred bytes.</summary>
    [UnscopedRef]
    public readonly ref readonly TraceView Current => ref current;

    /// <summary>How many bytes are behind the one at hand.</summary>
    public readonly int Left => rest.Length;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly TraceCursor GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        var size = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (size < 0 || size > rest.Length - sizeof(int))
        {
            throw WireReader.Broken();
        }

        current = new(rest.Slice(sizeof(int), size), shard, scorers);
        rest = rest[(sizeof(int) + size)..];

        return true;
    }
}
