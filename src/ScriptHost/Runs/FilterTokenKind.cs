namespace ScriptHost.Runs;

/// <summary>What a <see cref="FilterToken"/> is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A bare word: an identifier, or a word of the grammar such as <c>AND</c>.</summary>
    Word,

    /// <summary>An identifier with a quoted part, which is never a word of the grammar.</summary>
    Name,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A sign such as <c>!=</c>, known or not.</summary>
    Sign,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Nothing more.</summary>
    End,
}
