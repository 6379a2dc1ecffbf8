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
            var text = line.Span;
            var (from, to) = (0, text.Length);
            while (from < to && IsBlank(text[from]))
            {
                from++;
            }

            while (from < to && IsBlank(text[to - 1]))
            {
                to--;
            }

            if (from < to)
            {
                (Json, Offset, Line) = (line[from..to], offset + from, lines);

                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(byte next) => next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    // With its line feed, if it has one; empty at the end of the file.
    private Memory<byte> NextLine()
    {
        var searched = 0;
        while (true)
        {
            var bytes = Window.Bytes;
            var at = bytes.Span[searched..].IndexOf((byte)'\n');
            if (at >= 0)
            {
                return bytes[..(searched + at + 1)];
            }

            searched = bytes.Length;
            if (!Window.Fill())
            {
                return bytes;
            }
        }
    }
}
