using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Records in parts, each part in the order that they were added: the last few of each in memory, the others in a temporary file. A little takes no
/// file at all.
/// </summary>
internal sealed class SpilledParts : IDisposable
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 256;

    private const int BlockLength = 4 << 10;

    private readonly WireWriter?[] last = new WireWriter?[Parts];
    private readonly List<(long Place, int Length)>?[] blocks = new List<(long Place, int Length)>?[Parts];
    private SafeFileHandle? file;
    private long length;

    /// <summary>Adds a record.</summary>
    public void Add(int part, ReadOnlySpan<byte> record)
    {
        var writer = last[part] ??= new();
        if (writer.Written.Length > 0 && writer.Written.Length + sizeof(int) + record.Length > BlockLength)
        {
            Spill(part, writer.Written);
            writer.Clear();
        }

        writer.Write(record);
    }

    /// <summary>The records of a part, each valid until the next one. Nothing may be added meanwhile.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(int part)
    {
        foreach (var (place, size) in blocks[part] ?? [])
        {
            var block = ArrayPool<byte>.Shared.Rent(size);
            FileBytes.ReadExactly(file ?? throw new EndOfStreamException(), block.AsSpan(0, size), place);
            foreach (var record in Records(block.AsMemory(0, size)))
            {
                yield return record;
            }

            ArrayPool<byte>.Shared.Return(block);
        }

        foreach (var record in Records(last[part]?.Written.ToArray() ?? ReadOnlyMemory<byte>.Empty))
        {
            yield return record;
        }
    }

    /// <summary>Forgets a part.</summary>
    public void Clear(int part) => (last[part], blocks[part]) = (null, null);

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private static IEnumerable<ReadOnlyMemory<byte>> Records(ReadOnlyMemory<byte> block)
    {
        while (!block.IsEmpty)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(block.Span);

            yield return block.Slice(sizeof(int), size);

            block = block[(sizeof(int) + size)..];
        }
    }

    private void Spill(int part, ReadOnlySpan<byte> block)
    {
        file ??= TemporaryFile.Open();
        RandomAccess.Write(file, block, length);
        (blocks[part] ??= []).Add((length, block.Length));
        length += block.Length;
    }
}
