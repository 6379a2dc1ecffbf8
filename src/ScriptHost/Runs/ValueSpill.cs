using System.Runtime.InteropServices;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Values in a temporary file that nobody else sees and that goes away with this, or with the process.</summary>
internal sealed class ValueSpill : SpilledValues
{
    private const int PieceLength = 8_192;

    private readonly FileStream file = new(TemporaryFile.Open(), FileAccess.ReadWrite);

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<ulong> keys)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write(MemoryMarshal.AsBytes(keys));
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadOnlyMemory<ulong>> Read()
    {
        var piece = new ulong[PieceLength];
        for (var place = 0L; place < file.Length;)
        {
            file.Seek(place, SeekOrigin.Begin);
            var length = file.ReadAtLeast(MemoryMarshal.AsBytes(piece.AsSpan()), PieceLength * sizeof(ulong), throwOnEndOfStream: false);
            place += length;

            yield return piece.AsMemory(0, length / sizeof(ulong));
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => file.Dispose();
}
