using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>Reads the documents of a piece of a file, one after the other.</summary>
/// <param name="window">The file's bytes.</param>
internal abstract class DocumentReader(ByteWindow window) : IDisposable
{
    /// <summary>The document's bytes; they are overwritten by the next <see cref="Read"/>.</summary>
    public Memory<byte> Json { get; protected set; }

    /// <summary>Where the document begins, in bytes from the start of the unpacked file.</summary>
    public long Offset { get; protected set; }

    /// <summary>The document's line, 1-based, counted from where the piece begins.</summary>
    public long Line { get; protected set; }

    /// <summary>How many lines of the file the piece had so far.</summary>
    public abstract long LinesPassed { get; }

    /// <summary>What is wrong where <see cref="Offset"/> points, so that nothing could be read there; null when there is a document.</summary>
    public string? Fault { get; protected set; }

    /// <summary>The file's bytes.</summary>
    protected ByteWindow Window => window;

    /// <summary>Opens a piece.</summary>
    /// <param name="piece">What to read.</param>
    /// <param name="index">Is the reader's while it reads.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    /// <exception cref="InvalidDataException">The file is packed and damaged.</exception>
    public static DocumentReader Open(Piece piece, StructuralIndex index)
    {
        // One byte before: a line begins behind a line feed.
        var offset = piece.Offset - 1;
        var window = piece.IsFirst
            ? new ByteWindow(OpenFile(piece.File), 0, piece.File is { IsPacked: false, Length: > 0 and var length } ? length : null, piece.Length ?? long.MaxValue)
            : new ByteWindow(FileBytes.Open(piece.File.Path, offset), offset, wanted: piece.Offset + piece.Length ?? long.MaxValue);
        try
        {
            return piece.IsFirst ? First(window, piece, index) : new LineReader(window, piece);
        }
        catch
        {
            window.Dispose();

            throw;
        }
    }

    /// <summary>Goes to the next document or fault; false at the end.</summary>
    /// <exception cref="IOException">The file cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The file is packed and damaged, or a document is too large.</exception>
    public abstract bool Read();

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    private static DocumentReader First(ByteWindow window, Piece piece, StructuralIndex index)
    {
        try
        {
            while (window.Bytes.Length < 1 << 16 && window.Fill())
            {
            }
        }
        catch (Exception fault) when (window.Bytes.Length > 0 && fault is IOException or InvalidDataException)
        {
            // It comes again to whoever reads on from here.
        }

        var shape = FileShape.Of(piece.File, window.Bytes.Span);
        if (window.Bytes.Span.StartsWith("\uFEFF"u8))
        {
            window.Pass(3);
        }

        return shape switch
        {
            FileShape.Lines => new LineReader(window, piece),
            FileShape.Foreign foreign => new ForeignReader(window, foreign.Why),
            _ => new ValueReader(window, index),
        };
    }

    private static Stream OpenFile(InputFile file)
    {
        if (file.Length is null)
        {
            return Console.OpenStandardInput();
        }

        var stream = FileBytes.Open(file.Path, 0);

        return file.IsPacked ? Unpacked(stream) : stream;
    }

    // Apart from the rest, which then does without the assembly that unpacks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GzipText Unpacked(Stream stream) => new(stream);
}
