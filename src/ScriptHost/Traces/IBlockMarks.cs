namespace ScriptHost.Traces;

/// <summary>Reads blocks of 64 bytes: where the quotation marks, backslashes and brackets are, and what was seen of the rest so far.</summary>
internal interface IBlockMarks
{
    /// <summary>Whether a byte below a blank was seen: legal between values, never within a string.</summary>
    bool HasControls { get; }

    /// <summary>Reads a block.</summary>
    /// <param name="block">64 bytes.</param>
    /// <param name="quotes">A bit for each quotation mark; the block's first byte has the lowest bit.</param>
    /// <param name="backslashes">A bit for each backslash.</param>
    /// <param name="brackets">A bit for each bracket of an object or list.</param>
    /// <returns>Whether all 64 bytes are ASCII.</returns>
    bool Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets);

    /// <summary>Reads what escapes are made of.</summary>
    /// <param name="block">64 bytes.</param>
    /// <param name="marks">Which bytes could be what.</param>
    static abstract void ReadEscapes(ReadOnlySpan<byte> block, out EscapeMarks marks);

    /// <summary>Whether a text is UTF-8.</summary>
    static abstract bool IsUtf8(ReadOnlySpan<byte> text);

    /// <summary>A bit for each byte from an odd one of the given bits up to the next, exclusive: each bit turns over all that follow.</summary>
    static abstract ulong Between(ulong bits);
}
