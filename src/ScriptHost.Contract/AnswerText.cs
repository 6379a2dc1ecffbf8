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
        var normal = new StringBuilder(text.Length);
        var word = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                word = EndWord(normal, word);
            }
            else if (!IsPunctuation(rune))
            {
                normal.Append(Rune.ToLowerInvariant(rune));
            }
        }

        EndWord(normal, word);

        return normal.ToString(0, Math.Max(0, normal.Length - 1));
    }

    /// <summary>The F1 of the two texts' words.</summary>
    public static double TokenF1(string answer, string expected)
    {
        var (said, wanted) = (Tokens(answer), Tokens(expected));
        if (said.Length == 0 || wanted.Length == 0)
        {
            return said.Length == wanted.Length ? 1 : 0;
        }

        var left = wanted.CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in said)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                shared++;
            }
        }

        // 2PR / (P + R), with P = shared / said and R = shared / wanted.
        return 2.0 * shared / (said.Length + wanted.Length);
    }

    private static string[] Tokens(string text) => Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Takes an article back, and sets a blank behind any other word; says where the next word begins.
    private static int EndWord(StringBuilder normal, int word)
    {
        var isArticle = (normal.Length - word) switch
        {
            1 => normal[word] == 'a',
            2 => normal[word] == 'a' && normal[word + 1] == 'n',
            3 => normal[word] == 't' && normal[word + 1] == 'h' && normal[word + 2] == 'e',
            _ => false,
        };
        if (isArticle)
        {
            normal.Length = word;
        }
        else if (normal.Length > word)
        {
            normal.Append(' ');
        }

        return normal.Length;
    }

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune));
}
