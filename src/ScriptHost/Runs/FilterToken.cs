namespace ScriptHost.Runs;

/// <summary>One word, text, number or sign of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says, without quotes.</param>
/// <param name="Column">Where it begins, 1-based, in UTF-16 units.</param>
internal sealed record FilterToken(FilterTokenKind Kind, string Text, int Column)
{
    /// <summary>Whether it is this word of the grammar, in any case.</summary>
    public bool Is(string word) => Kind == FilterTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A fault found at this token.</summary>
    /// <param name="expected">What would be right, without a full stop.</param>
    public FormatException Unexpected(string expected) => Fault($"found {Shown()}, expected {expected}.");

    /// <summary>A fault at this token.</summary>
    /// <param name="sentence">What is wrong, beginning in lower case.</param>
    public FormatException Fault(string sentence) => new($"Column {Column}: {sentence}");

    private string Shown() => Kind switch
    {
        FilterTokenKind.End => "the end",
        FilterTokenKind.Text => $"the text '{Text}'",
        FilterTokenKind.Number => $"the number {Text}",
        _ => $"'{Text}'",
    };
}
