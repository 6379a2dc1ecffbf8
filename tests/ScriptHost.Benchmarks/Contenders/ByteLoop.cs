using System.Text;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>
/// The least that can be done: looks for the root's outputs as bytes, and counts their letters. It knows how this corpus is written (no
/// blanks, <c>parent_span_id</c> before the attributes), checks nothing, and is right for nothing else.
/// </summary>
internal sealed class ByteLoop
{
    private byte[] decoded = new byte[1 << 16];

    /// <summary>Writes a line for each trace.</summary>
    /// <param name="path">A file or a folder.</param>
    public static void Run(string path)
    {
        using var results = new ResultLines();
        var loop = new ByteLoop();
        TraceLines.Each(path, trace =>
        {
            var json = trace.Span;
            results.Write(Behind(json, "\"trace_id\":\""u8)[..35], loop.Length(Behind(Behind(json, "\"parent_span_id\":null"u8), "\"mlflow.spanOutputs\":\""u8)));
        });
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> json, ReadOnlySpan<byte> key) => json[(json.IndexOf(key) + key.Length)..];

    // The attribute is a JSON text inside a JSON string: decoded once, then counted with the escapes that are left.
    private long Length(ReadOnlySpan<byte> text)
    {
        var end = 0;
        while (text[end..].IndexOfAny((byte)'"', (byte)'\\') is var next && text[end + next] == '\\')
        {
            end += next + 2;
        }

        end += text[end..].IndexOf((byte)'"');
        if (decoded.Length < end)
        {
            decoded = new byte[2 * end];
        }

        var json = decoded.AsSpan(0, Decode(text[..end], decoded));

        return json is [(byte)'"', .., (byte)'"'] ? Letters(json[1..^1]) : Encoding.UTF8.GetCharCount(json);
    }

    private static int Decode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        while (text.IndexOf((byte)'\\') is >= 0 and var plain)
        {
            text[..plain].CopyTo(target[length..]);
            length += plain;
            if (text[plain + 1] == 'u')
            {
                // Half a pair gives U+FFFD, as long as what it stands for; no outputs of a root have one.
                var rune = Rune.TryCreate((char)Hex(text.Slice(plain + 2, 4)), out var letter) ? letter : Rune.ReplacementChar;
                length += rune.EncodeToUtf8(target[length..]);
                text = text[(plain + 6)..];
            }
            else
            {
                target[length++] = text[plain + 1] switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', var other => other };
                text = text[(plain + 2)..];
            }
        }

        text.CopyTo(target[length..]);

        return length + text.Length;
    }

    private static long Letters(ReadOnlySpan<byte> text)
    {
        var letters = 0;
        while (text.IndexOf((byte)'\\') is >= 0 and var plain)
        {
            letters += Encoding.UTF8.GetCharCount(text[..plain]) + 1;
            text = text[(plain + (text[plain + 1] == 'u' ? 6 : 2))..];
        }

        return letters + Encoding.UTF8.GetCharCount(text);
    }

    private static int Hex(ReadOnlySpan<byte> digits) => Convert.FromHexString(Encoding.ASCII.GetString(digits)) is var bytes ? (bytes[0] << 8) | bytes[1] : 0;
}
