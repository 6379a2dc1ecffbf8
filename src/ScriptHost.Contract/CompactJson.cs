using System.Buffers;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>Takes the blanks out of JSON that needs no other change to be as <see cref="PlainJson"/> has it, which nearly all does.</summary>
internal static class CompactJson
{
    /// <summary>The JSON without blanks between its tokens; null when it has an escape that stands for a character that needs none.</summary>
    /// <param name="json">Valid JSON.</param>
    public static string? Of(ReadOnlySpan<byte> json)
    {
        var compact = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            return Copy(json, compact) is >= 0 and var length ? Encoding.UTF8.GetString(compact, 0, length) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compact);
        }
    }

    private static int Copy(ReadOnlySpan<byte> json, Span<byte> target)
    {
        var (from, to) = (0, 0);
        while (from < json.Length)
        {
            var next = json[from];
            if (next > ' ')
            {
                target[to++] = next;
            }

            from++;
            if (next != '"')
            {
                continue;
            }

            var length = StringLength(json[from..]);
            if (length < 0)
            {
                return -1;
            }

            json.Slice(from, length).CopyTo(target[to..]);
            (from, to) = (from + length, to + length);
        }

        return to;
    }

    // With the quotation mark at its end; negative when something in it is written otherwise than it would be.
    private static int StringLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (text[at..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var found)
        {
            at += found;
            if (text[at] == '"')
            {
                return at + 1;
            }

            if (at + 1 == text.Length || text[at + 1] is (byte)'u' or (byte)'/')
            {
                return -1;
            }

            at += 2;
        }

        return -1;
    }
}
