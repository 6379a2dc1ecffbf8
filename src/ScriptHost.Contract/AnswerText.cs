using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>
/// Compares answers as SQuAD's evaluation script does (<see href="https://rajpurkar.github.io/SQuAD-explorer/"/>, <c>normalize_answer</c> and
/// <c>compute_f1</c>), with Unicode's punctuation beside ASCII's.
/// </summary>
internal static class AnswerText
{
    /// <summary>The text, normalised.</summary>
    public static string Normalize(string text)
    {
        var normal = ArrayPool<char>.Shared.Rent(LongestOf(text));
        var result = new string(Normalize(text, normal));
        ArrayPool<char>.Shared.Return(normal);

        return result;
    }

    /// <summary>The F1 of the two texts' words.</summary>
    public static double TokenF1(string answer, string expected)
    {
        var normal = ArrayPool<char>.Shared.Rent(Math.Max(LongestOf(answer), LongestOf(expected)));
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = left.GetAlternateLookup<ReadOnlySpan<char>>();
        var (said, wanted, shared) = (0, 0, 0);
        for (var rest = Normalize(expected, normal); NextWord(ref rest, out var word); wanted++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _)++;
        }

        for (var rest = Normalize(answer, normal); NextWord(ref rest, out var word); said++)
        {
            if (words.TryGetValue(word, out var count) && count > 0)
            {
                words[word] = count - 1;
                shared++;
            }
        }

        ArrayPool<char>.Shared.Return(normal);

        // 2PR / (P + R), with P = shared / said and R = shared / wanted.
        return said == 0 || wanted == 0 ? (said == wanted ? 1 : 0) : 2.0 * shared / (said + wanted);
    }

    // No letter becomes longer in small, and each word, the last one included, has a blank behind it.
    private static int LongestOf(string text) => text.Length + 1;

    private static ReadOnlySpan<char> Normalize(string text, Span<char> normal)
    {
        var (length, word) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var next = text[at];
            if (char.IsAsciiLetterOrDigit(next))
            {
                normal[length++] = char.ToLowerInvariant(next);
                at++;

                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var width);
            at += width;
            if (Rune.IsWhiteSpace(rune))
            {
                length = word = EndWord(normal, word, length);
            }
            else if (!IsPunctuation(rune))
            {
                length += Rune.ToLowerInvariant(rune).EncodeToUtf16(normal[length..]);
            }
        }

        return normal[..Math.Max(0, EndWord(normal, word, length) - 1)];
    }

    private static bool NextWord(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        var end = rest.IndexOf(' ');
        word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];

        return !word.IsEmpty;
    }

    // Takes an article back, and sets a blank behind any other word; says where the next word begins.
    private static int EndWord(Span<char> normal, int word, int length)
    {
        if (length == word || normal[word..length] is "a" or "an" or "the")
        {
            return word;
        }

        normal[length] = ' ';

        return length + 1;
    }

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune));
}
