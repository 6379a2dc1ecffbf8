using System.Globalization;
using System.Text;

namespace ScriptHost.Runs;

/// <summary>Cuts a filter into tokens. Inside quotes of any kind, a doubled quote stands for one.</summary>
/// <param name="text">The filter.</param>
internal sealed class FilterLexer(string text)
{
    private int at;

    /// <summary>The tokens, the last one of kind <see cref="FilterTokenKind.End"/>.</summary>
    /// <exception cref="FormatException">A quote is not closed, or a character has no place in a filter.</exception>
    public IReadOnlyList<FilterToken> Tokens()
    {
        var tokens = new List<FilterToken>();
        do
        {
            tokens.Add(Next());
        }
        while (tokens[^1].Kind != FilterTokenKind.End);

        return tokens;
    }

    private FilterToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var column = at + 1;
        if (at == text.Length)
        {
            return new(FilterTokenKind.End, "", column);
        }

        switch (text[at])
        {
            case '\'' or '"':
                return new(FilterTokenKind.Text, Quoted(), column);
            case '`':
                return new(FilterTokenKind.Name, Quoted(), column);
            case '(':
                return new(FilterTokenKind.Open, text[at++..at], column);
            case ')':
                return new(FilterTokenKind.Close, text[at++..at], column);
            case ',':
                return new(FilterTokenKind.Comma, text[at++..at], column);
            case var c when IsSign(c):
                return new(FilterTokenKind.Sign, While(IsSign), column);
            case var c when IsWord(c):
                return Word(column);
            default:
                throw new FormatException($"Column {column}: '{text[at]}' has no place in a filter; keys that hold it go in back-quotes, texts in quotes.");
        }
    }

    private FilterToken Word(int column)
    {
        var word = While(IsWord);
        if (word.EndsWith('.') && at < text.Length && text[at] is '`' or '"')
        {
            return new(FilterTokenKind.Name, word + Quoted(), column);
        }

        var isNumber = (char.IsAsciiDigit(word[0]) || word[0] == '-') && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

        return new(isNumber ? FilterTokenKind.Number : FilterTokenKind.Word, word, column);
    }

    private string Quoted()
    {
        var opened = at;
        var quote = text[at++];
        var content = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] != quote)
            {
                content.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                content.Append(text[at++]);
            }
            else
            {
                at++;

                return content.ToString();
            }
        }

        throw new FormatException($"Column {opened + 1}: the quote {quote} is never closed.");
    }

    private string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static bool IsSign(char c) => c is '=' or '!' or '<' or '>';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '/' or ':' or '@';
}
