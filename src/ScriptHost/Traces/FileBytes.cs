using Microsoft.Win32.SafeHandles;

namespace ScriptHost.Traces;

/// <summary>A file's bytes from a place on: less to open than a file stream, which matters to folders of many small files.</summary>
/// <param name="file">The file; closed with this.</param>
/// <param name="offset">The place, in bytes from the start of the file.</param>
internal sealed class FileBytes(SafeFileHandle file, long offset) : ReadingStream
{
    private long at = offset;

    /// <summary>Opens a file, which others may write meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">The place, in bytes from the start of the file.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static FileBytes Open(string path, long offset) =>
        new(OpenHandle(path), offset);

    /// <summary>The same, to be read at any place.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static SafeFileHandle OpenHandle(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Reads all bytes that there is room for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="room">Where to.</param>
    /// <param name="offset">From where, in bytes from the start of the file.</param>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void ReadExactly(SafeFileHandle file, Span<byte> room, long offset)
    {
        while (!room.IsEmpty)
        {
            // A signal or a network file system may give less than is there.
            var count = RandomAccess.Read(file, room, offset);
            room = count > 0 ? room[count..] : throw new EndOfStreamException();
            offset += count;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = RandomAccess.Read(file, buffer, at);
        at += count;

        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
