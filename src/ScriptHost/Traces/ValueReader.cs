namespace ScriptHost.Traces;

/// <summary>
/// Reads JSON values that are laid out freely: one, many one after the other, or the elements of an array. It finds where each ends
/// by its brackets and quotes; whether it is JSON in between is told by whoever parses it.
/// </summary>
/// <param name="window">The file's bytes.</param>
/// <param name="index">Holds where the brackets of what is in the window stand; nobody else's.</param>
internal sealed class ValueReader(ByteWindow window, StructuralIndex index) : DocumentReader(window)
{
    private long lines;
    private bool isInArray;
    private bool isStarted;

    // What may come next in an array: a value, behind the bracket or a comma; a comma, behind a value.
    private bool isValueDue;
    private bool isFirst;
    private bool isBroken;
    private long indexed;
    private int indexedLength;

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
        isValueDue = isFirst = false;
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

    // To the next byte that is no blank and no comma between elements; false at the end, and at a comma that is missing or too many. The traces around that are read.
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
                    break;
                case (byte)',' when isInArray && isValueDue:
                    return Refuse("expected a trace, found ','", length: 1);
                case (byte)',' when isInArray:
                    isValueDue = true;
                    break;
                case (byte)']' when isInArray && isValueDue && !isFirst:
                    isInArray = false;

                    return Refuse("expected a trace, found ']'", length: 1);
                case (byte)']' when isInArray:
                    isInArray = false;
                    break;
                case (byte)'[' when !isStarted:
                    isInArray = isValueDue = isFirst = true;
                    break;
                case var found when isInArray && !isValueDue:
                    isValueDue = true;

                    return Refuse($"expected ',' or ']', found {Show(found)}", length: 0);
                default:
                    isStarted = true;

                    return true;
            }

            isStarted |= Peek() is (byte)'[';
            Leave(1);
        }
    }

    private bool Refuse(string fault, int length)
    {
        (Json, Offset, Line, Fault) = (default, Window.Offset, lines + 1, fault);
        Leave(length);

        return false;
    }

    // An array that is never closed was cut; what stands in it was read.
    private bool ReportOpenArray()
    {
        if (isInArray)
        {
            (isInArray, isBroken) = (false, true);
            (Json, Offset, Line, Fault) = (default, Window.Offset, lines + 1, "expected ']' or another trace, found the end of the file");
        }

        return false;
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
        while (true)
        {
            if (Window.Offset < indexed || Window.Offset >= indexed + indexedLength)
            {
                Index();
            }

            var known = (int)(indexed + indexedLength - Window.Offset);
            var end = BracketPairs.EndOfValue(Window.Bytes.Span[..known], index.Brackets, (int)(Window.Offset - indexed));
            if (end > 0)
            {
                return end;
            }

            // Twice as much, so that a long value is not looked at again for each bit of it that comes.
            while (Window.Bytes.Length < 2 * (long)known && Window.Fill())
            {
            }

            if (Window.Bytes.Length == known)
            {
                Fault = $"expected '{(index.EndsInString ? '"' : '}')}', found the end of the file: the document is cut";

                return 0;
            }

            Index();
        }
    }

    private void Index()
    {
        index.Read(Window.Bytes.Span);
        (indexed, indexedLength) = (Window.Offset, Window.Bytes.Length);
    }
}
