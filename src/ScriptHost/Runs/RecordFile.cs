using System.Buffers.Binary;
using System.IO.Hashing;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Records in a file that is only ever appended to. One that is cut or damaged counts as not written, with all behind it. Layout of a record:
/// its length (4 bytes), its XXH3 (8 bytes), its bytes.
/// </summary>
/// <param name="file">The file; goes with this.</param>
internal sealed class RecordFile(FileStream file) : IDisposable
{
    private const int HashLength = 8;

    private const int HeadLength = sizeof(int) + HashLength;

    /// <summary>Where the next record is read or written.</summary>
    public long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Begins a file.</summary>
    /// <param name="path">A file that does not exist.</param>
    public static RecordFile Create(string path) => new(new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));

    /// <summary>Opens a file that nobody else may change meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">Whether it is to be gone on with.</param>
    /// <exception cref="IOException">It cannot be opened, or another process is at it.</exception>
    public static RecordFile Open(string path, FileAccess access) =>
        new(new(path, FileMode.Open, access, access == FileAccess.Read ? FileShare.Read | FileShare.Delete : FileShare.None, bufferSize: 1));

    /// <summary>Adds a record.</summary>
    public void Append(ReadOnlySpan<byte> record)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt32LittleEndian(head, record.Length);
        XxHash3.Hash(record, head[sizeof(int)..]);
        file.Write(head);
        file.Write(record);
    }

    /// <summary>Forgets what stands behind the place.</summary>
    public void Cut() => file.SetLength(file.Position);

    /// <summary>The next good record; null when there is none, and then the place is where it would begin.</summary>
    public byte[]? Next()
    {
        var place = file.Position;
        Span<byte> head = stackalloc byte[HeadLength];
        if (file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength
            && BinaryPrimitives.ReadInt32LittleEndian(head) is >= 0 and var length
            && length <= file.Length - file.Position)
        {
            var record = new byte[length];
            file.ReadExactly(record);
            Span<byte> hash = stackalloc byte[HashLength];
            XxHash3.Hash(record, hash);
            if (hash.SequenceEqual(head[sizeof(int)..]))
            {
                return record;
            }
        }

        file.Position = place;

        return null;
    }

    /// <summary>Reads some bytes again; may be called side by side.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Read(long place, Span<byte> bytes) => FileBytes.ReadExactly(file.SafeFileHandle, bytes, place);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
