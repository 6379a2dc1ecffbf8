using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace ScriptHost.Traces;

/// <summary>Traces in a list, or one after the other over many lines, of more bytes than are looked at at once.</summary>
public sealed class ListedTracesTests : IDisposable
{
    private const int Count = 700;

    // What looks like structure in a text is none; each has another length, so that edges of what was read fall everywhere.
    private static readonly string[] Traces =
        [.. Enumerable.Range(0, Count).Select(i => TraceTexts.With($"tr-{i}", "s-1", $"\"{string.Concat(Enumerable.Repeat("}] \\\" [{ \\\\", i % 41))}\""))];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Each_is_found_with_its_place(bool isIndented, bool isPacked)
    {
        var traces = isIndented ? Array.ConvertAll(Traces, t => JsonNode.Parse(t)?.ToJsonString(new() { WriteIndented = true }) ?? "") : Traces;
        string[] texts = [$"[{string.Join(",\n", traces)}]", string.Join("\n\n", traces)];
        foreach (var (number, text) in texts.Index())
        {
            var path = Write($"list-{number}", text, isPacked);
            var read = TraceReading.Documents([path]).Select(d => (d.Trace?.Id, d.Line, d.Offset, d.Fault)).ToList();

            read.Select(r => r.Id).ShouldBe(Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"tr-{i}")));
            var (_, line, offset, _) = read[Count / 2];
            var bytes = Encoding.UTF8.GetBytes(text);
            var at = text.IndexOf(traces[Count / 2], StringComparison.Ordinal);
            offset.ShouldBe(Encoding.UTF8.GetByteCount(text.AsSpan(0, at)));
            line.ShouldBe(bytes.AsSpan(0, (int)offset).Count((byte)'\n') + 1);
        }
    }

    [Theory]
    [InlineData(0, "expected '}', found the end of the file: the document is cut")]
    [InlineData(60, "expected '\"', found the end of the file: the document is cut")]
    public void A_list_that_was_cut_gives_what_stands_before_the_cut(int less, string told)
    {
        var text = $"[{string.Join(",", Traces)}]";
        var cut = text[..(text.LastIndexOf("]}}", StringComparison.Ordinal) - less)];

        var read = TraceReading.Documents([Write("cut", cut, isPacked: false)]).ToList();

        read.Count.ShouldBe(Count);
        read[..^1].ShouldAllBe(d => d.Fault == null);
        read[^1].Fault.ShouldBe(told);
    }

    [Theory]
    [InlineData("[A,B]", "A B")]
    [InlineData(" [ A , B ] ", "A B")]
    [InlineData("[]", "")]
    [InlineData("[A,B,]", "A B 'expected a trace, found ']''")]
    [InlineData("[,A,B]", "'expected a trace, found ','' A B")]
    [InlineData("[A,,B]", "A 'expected a trace, found ','' B")]
    [InlineData("[A B]", "A 'expected ',' or ']', found '{'' B")]
    [InlineData("[A,B", "A B 'expected ']' or another trace, found the end of the file'")]
    [InlineData("A B", "A B")]
    public void A_comma_that_is_missing_or_too_many_is_told_and_keeps_no_trace(string text, string expected)
    {
        var json = string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? TraceTexts.With($"{c}") : $"{c}"));

        string.Join(' ', TraceReading.Documents([Write("commas", json, isPacked: false)]).Select(d => d.Trace?.Id ?? $"'{d.Fault}'")).ShouldBe(expected);
    }

    private string Write(string name, string text, bool isPacked)
    {
        if (!isPacked)
        {
            folder.Write($"{name}.json", text);

            return folder.At($"{name}.json");
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        folder.Write($"{name}.json.gz", packed.ToArray());

        return folder.At($"{name}.json.gz");
    }
}
