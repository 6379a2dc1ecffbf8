using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>Holds a document's escapes to JSON's grammar, one block of 64 bytes after the other.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UnitMarks
{
    private const int Block = 64;

    private ulong wrong;
    private ulong first;
    private ulong surrogates;

    /// <summary>Where the next block must have digits, for an escape that begins before it.</summary>
    public ulong Digits { get; private set; }

    /// <summary>Whether an escape is none of JSON's, or, at the document's end, is cut.</summary>
    public readonly bool AreBroken => (wrong | Digits) != 0;

    /// <summary>Whether there are escapes of surrogates.</summary>
    public readonly bool HasSurrogates => surrogates != 0;

    /// <summary>Reads a block.</summary>
    /// <param name="escaped">The bytes behind a backslash that escapes them, but for quotation marks and backslashes.</param>
    /// <param name="marks">The block's bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check(ulong escaped, EscapeMarks marks)
    {
        var units = escaped & marks.Units;
        var one = (units << 1) | first;
        var two = (units << 1) | (units << 2);
        var four = two | (two << 2) | Digits;
        wrong |= (escaped & ~marks.Letters) | (four & ~marks.Digits);
        surrogates |= one & marks.Surrogates;

        // What the last four bytes ask of the next block.
        var late = units >> (Block - 4);
        Digits = late | (late >> 1) | (late >> 2) | (late >> 3);
        first = units >> (Block - 1);
    }
}
