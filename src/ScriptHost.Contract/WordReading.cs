using System.Globalization;
using System.Text;

namespace ScriptHost.Contract;

/// <summary>Finds words; the rule stands at <see cref="Text.Words"/>.</summary>
internal static class WordReading
{
    // Of a word with the blank behind it.
    private const int TypicalLength = 6;

    private enum Kind
    {
        None,
        Letter,
        Number,
        Mark,

        /// <summary>A character of a script that sets no blanks between words.</summary>
        Alone,
    }

    /// <summary>The words, in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>((text.Length / TypicalLength) + 1);
        for (var at = 0; Next(text, ref at, out var start);)
        {
            words.Add(text[start..at]);
        }

        return words.AsReadOnly();
    }

    /// <summary>How many there are.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var at = 0; Next(text, ref at, out _);)
        {
            count++;
        }

        return count;
    }

    /// <summary>Goes on to the next word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look from; afterwards, where the word ends.</param>
    /// <param name="start">Where the word begins.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out int start)
    {
        for (; at < text.Length;)
        {
            var kind = KindAt(text, at, out var width);
            start = at;
            at += width;
            if (kind is not (Kind.None or Kind.Mark))
            {
                at = End(text, at, kind);

                return true;
            }
        }

        start = at;

        return false;
    }

    private static int End(ReadOnlySpan<char> text, int at, Kind last)
    {
        while (at < text.Length)
        {
            // Nearly all that follows is this, and needs no second look.
            if (char.IsAsciiLetter(text[at]) && last != Kind.Alone)
            {
                last = Kind.Letter;
                at++;

                continue;
            }

            var kind = KindAt(text, at, out var width);
            if (kind == Kind.None && last != Kind.Alone && at + 1 < text.Length && Joins(text[at], last, KindAt(text, at + 1, out _)))
            {
                at++;
            }
            else if (kind == Kind.Mark)
            {
                at += width;
            }
            else if (kind is Kind.Letter or Kind.Number && last != Kind.Alone)
            {
                at += width;
                last = kind;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool Joins(char between, Kind last, Kind next) => between switch
    {
        '\'' or '’' => last == Kind.Letter && next == Kind.Letter,
        '.' or ',' => last == Kind.Number && next == Kind.Number,
        '_' => next is Kind.Letter or Kind.Number,
        _ => false,
    };

    private static Kind KindAt(ReadOnlySpan<char> text, int at, out int width)
    {
        width = 1;
        if (char.IsAscii(text[at]))
        {
            return char.IsAsciiLetter(text[at]) ? Kind.Letter : char.IsAsciiDigit(text[at]) ? Kind.Number : Kind.None;
        }

        Rune.DecodeFromUtf16(text[at..], out var rune, out width);

        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter => IsAlone(rune.Value) ? Kind.Alone : Kind.Letter,
            <= UnicodeCategory.EnclosingMark => Kind.Mark,
            <= UnicodeCategory.OtherNumber => IsAlone(rune.Value) ? Kind.Alone : Kind.Number,
            _ => Kind.None,
        };
    }

    // Hiragana, Katakana with its extensions and half-width forms, Han with its extensions and compatibility forms.
    private static bool IsAlone(int point) => point is (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF);
}
