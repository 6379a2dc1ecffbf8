using System.IO.Compression;

namespace ScriptHost.Traces;

/// <summary>
/// The text of a gzip file. The framework's stream takes a cut file for a short one; this one knows: behind the file it reads a small
/// gzip member of its own, which comes out at the end only if the file was whole.
/// </summary>
internal sealed class GzipText(Stream packed) : ReadingStream
{
    private static readonly byte[] Mark = "\u0001ScriptHost: the end of the file\u0001"u8.ToArray();

    private readonly GZipStream unpacked = new(new TailedStream(packed, Pack(Mark)), CompressionMode.Decompress);
    private readonly byte[] held = new byte[Mark.Length];
    private byte[] fresh = [];
    private int heldCount;
    private bool ended;

    /// <summary>Reads; the last bytes are held back until it is known whether they are the mark.</summary>
    /// <exception cref="InvalidDataException">The data is no gzip, is damaged, or ends early.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty)
        {
            return 0;
        }

        if (fresh.Length < buffer.Length)
        {
            fresh = new byte[buffer.Length];
        }

        while (true)
        {
            var count = Unpack(buffer.Length);
            if (count == 0)
            {
                ended = true;

                return heldCount == Mark.Length && held.AsSpan().SequenceEqual(Mark)
                    ? 0
                    : throw new InvalidDataException("the gzip data is damaged, or the file is cut");
            }

            var given = heldCount + count - Mark.Length;
            if (given <= 0)
            {
                fresh.AsSpan(0, count).CopyTo(held.AsSpan(heldCount));
                heldCount += count;

                continue;
            }

            return Give(fresh.AsSpan(0, count), Math.Min(given, buffer.Length), buffer);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    // The framework's own words are about archives and compression methods.
    private int Unpack(int most)
    {
        try
        {
            return unpacked.Read(fresh, 0, most);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("the gzip data is damaged, or the file is cut", e);
        }
    }

    // What was held comes first; the last bytes of what is fresh are held in its place. Never more comes out than was read.
    private int Give(ReadOnlySpan<byte> read, int given, Span<byte> buffer)
    {
        var fromHeld = Math.Min(heldCount, given);
        held.AsSpan(0, fromHeld).CopyTo(buffer);
        held.AsSpan(fromHeld, heldCount - fromHeld).CopyTo(held);
        heldCount -= fromHeld;
        read[..(given - fromHeld)].CopyTo(buffer[fromHeld..]);
        var rest = read[(given - fromHeld)..];
        rest.CopyTo(held.AsSpan(heldCount));
        heldCount += rest.Length;

        return given;
    }

    private static byte[] Pack(byte[] text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return memory.ToArray();
    }
}
