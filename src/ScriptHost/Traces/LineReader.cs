namespace ScriptHost.Traces;

/// <summary>Reads JSON Lines: the lines that begin in a piece, blank ones aside.</summary>
internal sealed class LineReader : DocumentReader
{
    private readonly long end;
    private long lines;

    /// <summary>Starts at a piece.</summary>
    /// <param name="window">The file's bytes, from one byte before the piece unless it is the file's first.</param>
    /// <param name="piece">The piece.</param>
    public LineReader(ByteWindow window, Piece piece)
        : base(window)
    {
        end = piece.Length is { } length ? piece.Offset + length : long.MaxValue;
        if (!piece.IsFirst)
        {
            Window.Pass(NextLine().Length);
        }
    }

    /// <inheritdoc/>
    public override long LinesPassed => lines;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (Window.Offset < end)
        {
            var offset = Window.Offset;
            var line = NextLine();
            if (line.IsEmpty)
            {
                return false;
            }

            Window.Pass(line.Length);
            lines++;
            var blanks = line.Length - line.Span.TrimStart(" \t\r\n"u8).Length;
            line = line[blanks..];
            line = line[..line.Span.TrimEnd(" \t\r\n"u8).Length];
            if (!line.IsEmpty)
            {
                (Json, Offset, Line) = (line, offset + blanks, lines);

                return true;
            }
        }

        return false;
    }

    // With its line feed, if it has one; empty at the end of the file.
    private Memory<byte> NextLine()
    {
        var searched = 0;
        while (true)
        {
            var at = Window.Bytes.Span[searched..].IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Window.Bytes[..(searched + at + 1)];
            }

            searched = Window.Bytes.Length;
            if (!Window.Fill())
            {
                return Window.Bytes;
            }
        }
    }
}
