using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace ScriptHost.Html;

/// <summary>
/// Writes the page around its data. Data stands in script elements of a type that no browser runs, as deflated JSON in base64, in which
/// no markup can stand; the page's own script unpacks what is looked at.
/// </summary>
/// <param name="stream">Where to; stays open.</param>
internal sealed class PageWriter(Stream stream)
{
    /// <summary>Writes the head. The summary and the script follow at once, so that the first view is there before the file was read to its end.</summary>
    /// <param name="title">The page's title, any text.</param>
    public void Begin(string title)
    {
        var policy = $"default-src 'none'; script-src {WebAsset.Script.Hash}; style-src {WebAsset.Style.Hash}; base-uri 'none'; form-action 'none'";
        Text($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="ScriptHost">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>
            """);
        Text(WebAsset.Style.Text);
        Text("</style>\n</head>\n<body>\n<noscript>This report needs JavaScript to unpack its data. It loads nothing from anywhere; results.jsonl holds the same outcomes as text.</noscript>\n<div id=\"app\"></div>\n");
    }

    /// <summary>Writes the page's script, which starts at once.</summary>
    public void Start()
    {
        Text("<script>");
        Text(WebAsset.Script.Text);
        Text("</script>\n");
    }

    /// <summary>Writes a block of data; returns its bytes in the file.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="from">The number of its first row.</param>
    /// <param name="json">The data.</param>
    public long Write(string kind, int from, ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(json);
        }

        var data = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(data.Length));
        Base64.EncodeToUtf8(data, text, out _, out var length);
        Text($"<script type=\"application/octet-stream\" data-kind=\"{kind}\" data-from=\"{from}\">");
        stream.Write(text, 0, length);
        Text("</script>\n");
        ArrayPool<byte>.Shared.Return(text);

        return length;
    }

    /// <summary>Writes what ends the page.</summary>
    public void End() => Text("</body>\n</html>\n");

    private void Text(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
