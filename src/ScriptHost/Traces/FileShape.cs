using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>How documents lie in a file, told from its first bytes and its name.</summary>
internal abstract record FileShape
{
    private FileShape()
    {
    }

    /// <summary>Tells the shape.</summary>
    /// <param name="file">The file, for its name.</param>
    /// <param name="head">Its first bytes, unpacked; if it is longer, at least 64 KB.</param>
    public static FileShape Of(InputFile file, ReadOnlySpan<byte> head)
    {
        if (head is [0x1F, 0x8B, ..])
        {
            return new Foreign("it is packed with gzip; give it a name that ends in .gz, or unpack it (zcat FILE | scripthost run -)");
        }

        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head[..Math.Min(head.Length, 16)].Contains((byte)0))
        {
            return new Foreign("it is no UTF-8 text (UTF-16, or binary); save it as UTF-8");
        }

        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        var text = head.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'<', ..])
        {
            return new Foreign("it is an HTML or XML page; a trace is a JSON object and begins with '{'");
        }

        var end = text.IndexOf((byte)'\n');
        var first = (end < 0 ? text : text[..end]).TrimEnd(" \t\r"u8);
        if (file.IsJsonLines)
        {
            // An array, or an object that is laid out over lines, under the wrong name.
            return first is [(byte)'[', ..] or [(byte)'{'] ? new Values() : new Lines();
        }

        var isObjectAndMore = end >= 0 && first is [(byte)'{', ..] && !text[end..].Trim(" \t\r\n"u8).IsEmpty && IsWhole(first);

        return isObjectAndMore ? new Lines() : new Values();
    }

    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Contract.JsonText.MaxDepth });
        try
        {
            return reader.Read() && reader.TrySkip() && reader.BytesConsumed == text.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Each line is a document (JSON Lines).</summary>
    public sealed record Lines : FileShape;

    /// <summary>One JSON value, an array of values, or values one after the other, laid out freely.</summary>
    public sealed record Values : FileShape;

    /// <summary>No JSON at all.</summary>
    /// <param name="Why">What it is, as the end of a sentence.</param>
    public sealed record Foreign(string Why) : FileShape;
}
