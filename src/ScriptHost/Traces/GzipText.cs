using System.IO.Compression;

namespace ScriptHost.Traces;

/// <summary>
/// The text of a gzip file. That a cut file is not taken for a short one, and what stands in it up to the cut is read, is the framework's strict validation, which a program
/// asks for in its project file.
/// </summary>
/// <param name="packed">The file; closed with this.</param>
internal sealed class GzipText(Stream packed) : ReadingStream
{
    private readonly GZipStream unpacked = new(packed, CompressionMode.Decompress);

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">The data is no gzip, is damaged, or ends early.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            // The framework's own words are about archives and compression methods.
            throw new InvalidDataException("the gzip data is damaged, or the file is cut", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
