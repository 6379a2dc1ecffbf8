using System.Buffers;

namespace ScriptHost.Traces;

/// <summary>
/// Reads JSON values that are laid out freely: one, many one after the other, or the elements of an array. It finds where each ends
/// by its brackets and quotes; whether it is JSON in between is told by whoever parses it.
/// </summary>
/// <param name="window">The file's bytes.</param>
internal sealed class ValueReader(ByteWindow window) : DocumentReader(window)
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}[]\""u8);

    private long lines;
    private bool isInArray;
    private bool isStarted;
    private bool isBroken;

    /// <inheritdoc/>
    public override long LinesPassed => lines;

    /// <inheritdoc/>
    public override bool Read()
    {
        Fault = null;
        if (isBroken || !SkipToValue())
        {
            return Fault is not null;
        }

        (Offset, Line) = (Window.Offset, lines + 1);
        var length = Peek() is (byte)'{' or (byte)'[' ? BracketLength() : 0;
        if (length == 0)
        {
            // Where the next value begins cannot be told.
            isBroken = true;
            Fault ??= $"expected '{{', found {Show(Peek())}; the rest of the file is not read";

            return true;
        }

        Json = Window.Bytes[..length];
        Leave(length);

        return true;
    }

    private static string Show(byte found) => found is > 0x20 and < 0x7F ? $"'{(char)found}'" : $"byte 0x{found:X2}";

    // To the next byte that is no blank and no comma between elements; false at the end.
    private bool SkipToValue()
    {
        while (true)
        {
            while (Window.Bytes.IsEmpty)
            {
                if (!Window.Fill())
                {
                    return ReportOpenArray();
                }
            }

            switch (Peek())
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                case (byte)',' when isInArray:
                    break;
                case (byte)']' when isInArray:
                    isInArray = false;
                    break;
                case (byte)'[' when !isStarted:
                    isInArray = true;
                    break;
                default:
                    isStarted = true;

                    return true;
            }

            isStarted |= Peek() is (byte)'[';
            Leave(1);
        }
    }

    // An array that is never closed was cut; what stands in it was read.
    private bool ReportOpenArray()
    {
        if (!isInArray)
        {
            return false;
        }

        (isInArray, isBroken) = (false, true);
        (Offset, Line, Fault) = (Window.Offset, lines + 1, "expected ']' or another trace, found the end of the file");

        return true;
    }

    private byte Peek() => Window.Bytes.Span[0];

    private void Leave(int count)
    {
        lines += Window.Bytes.Span[..count].Count((byte)'\n');
        Window.Pass(count);
    }

    // The length of a value from its first bracket to the one that closes it; 0 when the file ends before.
    private int BracketLength()
    {
        var (depth, at) = (0, 0);
        while (true)
        {
            var next = Window.Bytes.Span[at..].IndexOfAny(Marks);
            if (next < 0)
            {
                at = Window.Bytes.Length;
                if (!Window.Fill())
                {
                    break;
                }

                continue;
            }

            at += next + 1;
            switch (Window.Bytes.Span[at - 1])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'"':
                    at = StringEnd(at);
                    if (at == 0)
                    {
                        Fault = "expected '\"', found the end of the file: the document is cut";

                        return 0;
                    }

                    break;
                default:
                    if (--depth == 0)
                    {
                        return at;
                    }

                    break;
            }
        }

        Fault = "expected '}', found the end of the file: the document is cut";

        return 0;
    }

    // Behind the quote that ends the string whose text begins at the index; 0 when the file ends before.
    private int StringEnd(int at)
    {
        while (true)
        {
            var text = Window.Bytes.Span;
            var next = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next >= 0 && text[at + next] == '"')
            {
                return at + next + 1;
            }

            if (next >= 0 && at + next + 1 < text.Length)
            {
                at += next + 2;

                continue;
            }

            at = next < 0 ? text.Length : at + next;
            if (!Window.Fill())
            {
                return 0;
            }
        }
    }
}
