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
    private ulong[] quotes = new ulong[128];
    private ulong[] backslashes = new ulong[128];
    private ulong[] brackets = new ulong[128];

    /// <summary>An index that holds nothing yet.</summary>
    public StructuralIndex()
        : this(Vectors.AreUsed)
    {
    }

    /// <summary>An index that holds nothing yet.</summary>
    /// <param name="isVectorised">Whether vectors are used.</param>
    internal StructuralIndex(bool isVectorised) => this.isVectorised = isVectorised;

    /// <summary>A bit for each quotation mark that begins or ends a string, 64 bytes an item.</summary>
    public ReadOnlySpan<ulong> Quotes => quotes;

    /// <summary>A bit for each backslash, 64 bytes an item.</summary>
    public ReadOnlySpan<ulong> Backslashes => backslashes;

    /// <summary>A bit for each bracket that stands in no string, 64 bytes an item.</summary>
    public ReadOnlySpan<ulong> Brackets => brackets;

    /// <summary>Whether an escape is none of JSON's.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether all bytes are ASCII; if not, they need not be UTF-8.</summary>
    public bool IsAscii { get; private set; }

    /// <summary>Whether there are bytes below a blank, which no string may hold.</summary>
    public bool HasControls { get; private set; }

    /// <summary>Whether there are escapes such as <c>\ud83d</c>, halves of a surrogate pair most of them, and perhaps one without its other half.</summary>
    public bool HasSurrogates { get; private set; }

    /// <summary>Whether the last string does not end.</summary>
    public bool EndsInString { get; private set; }

    /// <summary>Reads a document.</summary>
    public void Read(ReadOnlySpan<byte> json)
    {
        var blocks = (json.Length + Block - 1) / Block;
        if (quotes.Length < blocks)
        {
            quotes = new ulong[BitOperations.RoundUpToPowerOf2((uint)blocks)];
            backslashes = new ulong[quotes.Length];
            brackets = new ulong[quotes.Length];
        }

        (IsBroken, HasSurrogates) = (false, false);
        if (isVectorised)
        {
            Read(json, new VectorMarks());
        }
        else
        {
            Read(json, default(ScalarMarks));
        }
    }

    // Compiled once and for all: nearly all bytes of a run go through here before the runtime would see that it is worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read<T>(ReadOnlySpan<byte> json, T reader)
        where T : struct, IBlockMarks
    {
        var (strings, escapes, nesting) = (quotes, backslashes, brackets);
        var (carry, inString) = (0UL, 0UL);
        var at = 0;
        for (; json.Length - at >= Block; at += Block)
        {
            reader.Read(json.Slice(at, Block), out var marks, out var slashes, out var found);
            if ((slashes | carry) != 0)
            {
                marks &= ~Escaped(json, at, marks, slashes, ref carry);
            }

            strings[at / Block] = marks;
            escapes[at / Block] = slashes;
            nesting[at / Block] = found & ~InString<T>(marks, ref inString);
        }

        if (at < json.Length)
        {
            Span<byte> rest = stackalloc byte[Block];
            rest.Fill((byte)' ');
            json[at..].CopyTo(rest);
            reader.Read(rest, out var marks, out var slashes, out var found);
            marks &= ~Escaped(json, at, marks, slashes, ref carry);
            strings[at / Block] = marks;
            escapes[at / Block] = slashes;
            nesting[at / Block] = found & ~InString<T>(marks, ref inString);
        }

        (IsAscii, HasControls, EndsInString) = (reader.IsAscii, reader.HasControls, inString != 0);
    }

    // The bytes behind an odd number of backslashes. A subtraction's carry runs through each row of them (simdjson's find_escaped).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Escaped(ReadOnlySpan<byte> json, int at, ulong marks, ulong slashes, ref ulong carry)
    {
        var candidates = (slashes & ~carry) << 1;
        var rows = ((candidates | OddBits) - (slashes & ~carry)) ^ OddBits;
        var escaped = rows ^ (slashes | carry);
        carry = (rows & slashes) >> (Block - 1);
        if ((escaped & ~(marks | slashes)) is not 0 and var others)
        {
            Check(json, at, others);
        }

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

    private static bool IsHexadecimal(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }

        return true;
    }

    private void Check(ReadOnlySpan<byte> json, int at, ulong escaped)
    {
        for (; escaped != 0; escaped &= escaped - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(escaped);
            switch (place < json.Length ? json[place] : 0)
            {
                case '/' or 'b' or 'f' or 'n' or 'r' or 't':
                    break;
                case 'u':
                    IsBroken |= place + 4 >= json.Length || !IsHexadecimal(json.Slice(place + 1, 4));
                    HasSurrogates |= !IsBroken && (json[place + 1] | 0x20) == 'd';
                    break;
                default:
                    IsBroken = true;
                    break;
            }
        }
    }
}
