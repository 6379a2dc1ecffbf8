using System.Buffers;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>Finds sentences; the rule stands at <see cref="Text.Sentences"/>.</summary>
internal static class SentenceReading
{
    private const string Marks = ".!?…。！？";
    private const string WideMarks = "。！？";
    private const string Closing = "\"')]}»”’」』）";

    private static readonly SearchValues<char> Ends = SearchValues.Create(Marks + "\n");

    /// <summary>The sentences, trimmed, in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var (start, at) = (0, 0);
        while (at < text.Length)
        {
            var found = text.AsSpan(at).IndexOfAny(Ends);
            var ends = found < 0;
            at = found < 0 ? text.Length : text[at + found] == '\n' ? AfterBreak(text, at + found, out ends) : AfterMarks(text, at + found, out ends);
            if (ends || at == text.Length)
            {
                Add(sentences, text.AsSpan(start, at - start));
                start = at;
            }
        }

        return sentences.AsReadOnly();
    }

    private static void Add(List<string> sentences, ReadOnlySpan<char> sentence)
    {
        var at = 0;
        if (WordReading.Next(sentence, ref at, out _))
        {
            sentences.Add(sentence.Trim().ToString());
        }
    }

    // A line break ends a sentence when the next line is empty.
    private static int AfterBreak(string text, int at, out bool ends)
    {
        var next = AfterWhiteSpace(text, at + 1);
        ends = text.AsSpan(at + 1, next - at - 1).Contains('\n');

        return next;
    }

    private static int AfterMarks(string text, int at, out bool ends)
    {
        var wide = false;
        for (; at < text.Length && Marks.Contains(text[at], StringComparison.Ordinal); at++)
        {
            wide |= WideMarks.Contains(text[at], StringComparison.Ordinal);
        }

        for (; at < text.Length && Closing.Contains(text[at], StringComparison.Ordinal); at++)
        {
        }

        var next = AfterWhiteSpace(text, at);
        ends = wide || (next > at && (next == text.Length || !IsLower(text, next)));

        // The line break in between is not looked at again, so an empty line ends the sentence here.
        ends |= text.AsSpan(at, next - at).Count('\n') > 1;

        return ends ? at : Math.Max(at, next);
    }

    private static bool IsLower(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLower(rune);

    private static int AfterWhiteSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
