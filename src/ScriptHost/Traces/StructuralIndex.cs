using System.Numerics;
using System.Runtime.CompilerServices;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>
/// Where the strings of a JSON document begin and end, and the brackets between them, found in one pass over blocks of 64 bytes, after simdjson
/// (Langdale and Lemire, <see href="https://arxiv.org/abs/1902.08318"/>), with all that can be wrong within a string. Holds for the
/// document that was read last.
/// </summary>
internal sealed class StructuralIndex
{
    private const int Block = 64;

    private const ulong OddBits = 0xAAAA_AAAA_AAAA_AAAA;

    private readonly bool isVectorised;

    // A bit for each byte, 64 bytes an item. Quotation marks are those that begin or end a string.
    private ulong[] quotes = new ulong[128];
    private ulong[] backslashes = new ulong[128];
    private ulong[] brackets = new ulong[128];
    private int blocks;

    /// <summary>An index that holds nothing yet.</summary>
    public StructuralIndex()
        : this(Vectors.AreUsed)
    {
    }

    /// <summary>An index that holds nothing yet.</summary>
    /// <param name="isVectorised">Whether vectors are used.</param>
    internal StructuralIndex(bool isVectorised) => this.isVectorised = isVectorised;

    /// <summary>A bit for each bracket that stands in no string, 64 bytes an item.</summary>
    public ReadOnlySpan<ulong> Brackets => brackets;

    /// <summary>Whether an escape is none of JSON's.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the bytes are UTF-8.</summary>
    public bool IsUtf8 { get; private set; }

    /// <summary>Whether there are bytes below a blank, which no string may hold.</summary>
    public bool HasControls { get; private set; }

    /// <summary>
    /// Whether there are escapes such as <c>\ud83d</c>, halves of a surrogate pair most of them, and perhaps one without its other half. Not told where an
    /// escape is broken.
    /// </summary>
    public bool HasSurrogates { get; private set; }

    /// <summary>Whether the last string does not end.</summary>
    public bool EndsInString { get; private set; }

    /// <summary>Reads a document.</summary>
    public void Read(ReadOnlySpan<byte> json)
    {
        // One item more than there are blocks, so that one may look at the next item without asking whether there is one.
        blocks = (json.Length + Block - 1) / Block;
        if (quotes.Length <= blocks)
        {
            quotes = new ulong[BitOperations.RoundUpToPowerOf2((uint)blocks + 1)];
            backslashes = new ulong[quotes.Length];
            brackets = new ulong[quotes.Length];
        }

        (quotes[blocks], backslashes[blocks], brackets[blocks]) = (0, 0, 0);

        if (isVectorised)
        {
            Read(json, new VectorMarks());
        }
        else
        {
            Read(json, default(ScalarMarks));
        }
    }

    /// <summary>Where the string ends whose text begins at an index: its quotation mark; negative when it does not end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndOfText(int start)
    {
        var bits = start >> 6 < blocks ? Window(quotes, start) : 0;

        return bits != 0 ? start + BitOperations.TrailingZeroCount(bits) : EndOfLongText(start);
    }

    /// <summary>Whether there surely is no backslash in a text.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How long it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsPlain(int start, int length) => length < Block && (Window(backslashes, start) & ((1UL << length) - 1)) == 0;

    // By reference: how structs of vectors are passed is not settled for code that is compiled ahead, so that this would be compiled at each start.
    private void Read<T>(ReadOnlySpan<byte> json, in T unread)
        where T : struct, IBlockMarks
    {
        var reader = unread;
        var (strings, escapes, nesting) = (quotes, backslashes, brackets);
        var (carry, inString) = (0UL, 0UL);
        var units = default(UnitMarks);
        var (isUtf8, foreign) = (true, -1);
        Span<byte> rest = stackalloc byte[Block];
        for (var at = 0; at < json.Length; at += Block)
        {
            scoped ReadOnlySpan<byte> block;
            if (json.Length - at >= Block)
            {
                block = json.Slice(at, Block);
            }
            else
            {
                rest.Fill((byte)' ');
                json[at..].CopyTo(rest);
                block = rest;
            }

            var isAscii = reader.Read(block, out var marks, out var slashes, out var found);
            if ((slashes | carry | units.Digits) != 0)
            {
                var escaped = Escaped(slashes, ref carry);
                var others = escaped & ~(marks | slashes);
                marks &= ~escaped;
                if ((others | units.Digits) != 0)
                {
                    T.ReadEscapes(block, out var escapable);
                    units.Check(others, escapable);
                }
            }

            var index = at / Block;
            strings[index] = marks;
            escapes[index] = slashes;
            nesting[index] = found & ~InString<T>(marks, ref inString);

            // Blocks that are all ASCII begin and end at whole characters, so that those between two of them can be looked at alone.
            if (!isAscii)
            {
                foreign = foreign < 0 ? at : foreign;
            }
            else if (foreign >= 0)
            {
                isUtf8 &= T.IsUtf8(json[foreign..at]);
                foreign = -1;
            }
        }

        IsUtf8 = isUtf8 && (foreign < 0 || T.IsUtf8(json[foreign..]));
        IsBroken = units.AreBroken;
        HasSurrogates = units is { AreBroken: false, HasSurrogates: true };
        (HasControls, EndsInString) = (reader.HasControls, inString != 0);
    }

    // The bits of the 64 bytes from an index on, across the border between two items.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Window(ulong[] bits, int at) => (bits[at >> 6] >> at) | (bits[(at >> 6) + 1] << 1 << ~at);

    // The bytes behind an odd number of backslashes. A subtraction's carry runs through each row of them (simdjson's find_escaped).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Escaped(ulong slashes, ref ulong carry)
    {
        var candidates = (slashes & ~carry) << 1;
        var rows = ((candidates | OddBits) - (slashes & ~carry)) ^ OddBits;
        var escaped = rows ^ (slashes | carry);
        carry = (rows & slashes) >> (Block - 1);

        return escaped;
    }

    // The bytes of strings: each quotation mark turns it over for all that follows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InString<T>(ulong marks, ref ulong inString)
        where T : struct, IBlockMarks
    {
        marks = T.Between(marks) ^ inString;
        inString = (ulong)((long)marks >> (Block - 1));

        return marks;
    }

    private int EndOfLongText(int start)
    {
        for (var block = (start >> 6) + 1; block < blocks; block++)
        {
            if (quotes[block] is not 0 and var bits)
            {
                return (block << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }

        return -1;
    }
}
