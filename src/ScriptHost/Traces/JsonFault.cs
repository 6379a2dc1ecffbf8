using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>Says what is wrong with a document and where, in the words of the reader that all others are held to.</summary>
internal static class JsonFault
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Contract.JsonText.MaxDepth };

    /// <summary>What is wrong with a document that is no JSON.</summary>
    public static TraceFormatException In(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            return new(Offset(json, e), Sentence(e));
        }

        throw new UnreachableException("The walk refused what is JSON.");
    }

    /// <summary>Sees to it that a document is UTF-8.</summary>
    /// <exception cref="TraceFormatException">It is not.</exception>
    public static void CheckUtf8(ReadOnlySpan<byte> json)
    {
        if (System.Text.Unicode.Utf8.IsValid(json))
        {
            return;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        throw new TraceFormatException(at, $"expected UTF-8, found the byte 0x{json[at]:X2}, which is none");
    }

    private static long Offset(ReadOnlySpan<byte> json, JsonException e)
    {
        var at = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            at += json[at..].IndexOf((byte)'\n') + 1;
        }

        return at + (e.BytePositionInLine ?? 0);
    }

    // Without the place that the reader appends: ours is counted from the start of the file.
    private static string Sentence(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);

        return (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
    }
}
