namespace ScriptHost.Traces;

/// <summary>Reads blocks of 64 bytes: where the quotation marks, backslashes and brackets are, and what was seen of the rest so far.</summary>
internal interface IBlockMarks
{
    /// <summary>Whether all bytes so far are ASCII.</summary>
    bool IsAscii { get; }

    /// <summary>Whether a byte below a blank was seen: legal between values, never within a string.</summary>
    bool HasControls { get; }

    /// <summary>Reads a block.</summary>
    /// <param name="block">64 bytes.</param>
    /// <param name="quotes">A bit for each quotation mark; the block's first byte has the lowest bit.</param>
    /// <param name="backslashes">A bit for each backslash.</param>
    /// <param name="brackets">A bit for each bracket of an object or list.</param>
    void Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets);

    /// <summary>A bit for each byte from an odd one of the given bits up to the next, exclusive: each bit turns over all that follow.</summary>
    static abstract ulong Between(ulong bits);
}
