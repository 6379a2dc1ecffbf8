namespace ScriptHost.Runs;

/// <summary>Walks over the tokens of a filter.</summary>
/// <param name="tokens">The tokens, the last one of kind <see cref="FilterTokenKind.End"/>.</param>
internal sealed class FilterCursor(IReadOnlyList<FilterToken> tokens)
{
    private int at;

    /// <summary>The token that comes next.</summary>
    public FilterToken Current => tokens[at];

    /// <summary>Takes the next token. The end is never passed, so that whoever looks on finds it again.</summary>
    public FilterToken Take() => Current.Kind == FilterTokenKind.End ? Current : tokens[at++];

    /// <summary>Takes the next token if it is this word of the grammar.</summary>
    public bool Taken(string word)
    {
        var isIt = Current.Is(word);
        if (isIt)
        {
            at++;
        }

        return isIt;
    }

    /// <summary>Takes a text in quotes.</summary>
    /// <exception cref="FormatException">Something else comes next.</exception>
    public FilterToken Text()
    {
        var token = Take();

        return token.Kind == FilterTokenKind.Text ? token : throw token.Unexpected("a text in quotes, such as 'prod'");
    }

    /// <summary>Takes an operator.</summary>
    /// <param name="target">What it is applied to, for the message.</param>
    /// <param name="operators">What may be applied to it, for the message.</param>
    /// <exception cref="FormatException">Something else comes next.</exception>
    public FilterToken Sign(string target, string operators)
    {
        var token = Take();

        return (token.Kind, token.Text) switch
        {
            (FilterTokenKind.Sign, "=" or "!=" or ">" or ">=" or "<" or "<=") => token,
            (FilterTokenKind.Sign, "==") => throw token.Fault("'==' is unknown. Did you mean '='?"),
            (FilterTokenKind.Sign, "<>") => throw token.Fault("'<>' is unknown. Did you mean '!='?"),
            _ => throw token.Unexpected($"an operator; '{target}' takes {operators}"),
        };
    }
}
