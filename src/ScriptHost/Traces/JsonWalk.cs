using System.Numerics;
using System.Runtime.CompilerServices;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>
/// Walks over a JSON document from value to value, strings at one step each. It holds all that it passes to JSON's grammar as
/// <c>Utf8JsonReader</c> does, so that a document is JSON when it was walked to its end; the first fault ends the walk, as if the
/// document ended there.
/// </summary>
internal ref struct JsonWalk
{
    private readonly ReadOnlySpan<byte> json;
    private readonly ReadOnlySpan<ulong> quotes;
    private readonly StructuralIndex index;
    private int at;
    private int depth;
    private bool isFirst;

    /// <summary>Begins before a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    public JsonWalk(ReadOnlySpan<byte> json, StructuralIndex index)
    {
        this.json = json;
        this.index = index;
        quotes = index.Quotes;
        IsBroken = index.IsBroken;
    }

    /// <summary>Whether a fault was found.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Where the walk stands, in bytes from the start of the document; behind <see cref="Peek"/> at no blank.</summary>
    public readonly int At => at;

    /// <summary>Whether a text is JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="index">Its index.</param>
    public static bool IsJson(ReadOnlySpan<byte> json, StructuralIndex index)
    {
        var walk = new JsonWalk(json, index);
        walk.Value();

        return walk.End();
    }

    /// <summary>Whether nothing but blanks is left, and no fault was found.</summary>
    public bool End()
    {
        if (Peek() != 0)
        {
            Fail();
        }

        return !IsBroken;
    }

    /// <summary>The next byte that is no blank; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek() => (uint)at < (uint)json.Length && json[at] > ' ' ? json[at] : PeekBehindBlanks();

    /// <summary>Goes into the object or list whose bracket <see cref="Peek"/> found.</summary>
    public void Enter()
    {
        at += IsBroken ? 0 : 1;
        isFirst = true;
        if (++depth > JsonText.MaxDepth)
        {
            Fail();
        }
    }

    /// <summary>Goes to the value of the object's next member; behind the object, and false, when there is none.</summary>
    /// <param name="name">The member's name, decoded.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Next((byte)'}'))
        {
            return false;
        }

        if (Peek() != '"')
        {
            return Fail();
        }

        var start = at + 1;
        PassString();
        var end = at - 1;
        if (Peek() != ':')
        {
            return Fail();
        }

        at++;
        name = json[start..end];
        if (name.Contains((byte)'\\'))
        {
            name = EscapeDecoder.Decode(name);
        }

        return true;
    }

    /// <summary>Goes to the list's next item; behind the list, and false, when there is none.</summary>
    public bool NextItem() => Next((byte)']');

    /// <summary>Passes the next value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public JsonRange Value()
    {
        var first = Peek();
        var start = at;
        switch (first)
        {
            case (byte)'"':
                PassString();
                break;
            case (byte)'{':
                for (Enter(); NextMember(out _);)
                {
                    Value();
                }

                break;
            case (byte)'[':
                for (Enter(); NextItem();)
                {
                    Value();
                }

                break;
            case (byte)'t':
                PassLiteral("true"u8);
                break;
            case (byte)'f':
                PassLiteral("false"u8);
                break;
            case (byte)'n':
                PassLiteral("null"u8);
                break;
            default:
                PassNumber();
                break;
        }

        return new(start, at - start);
    }

    /// <summary>Ends the walk: something is wrong here.</summary>
    /// <param name="fault">What is wrong, if it is more than that this is no JSON, and nothing was wrong before; thrown.</param>
    /// <exception cref="TraceFormatException">What is given.</exception>
    public bool Fail(TraceFormatException? fault = null)
    {
        if (fault is not null && !IsBroken)
        {
            throw fault;
        }

        at = json.Length;
        IsBroken = true;

        return false;
    }

    private byte PeekBehindBlanks()
    {
        for (; (uint)at < (uint)json.Length; at++)
        {
            if (json[at] > ' ')
            {
                return json[at];
            }

            if (json[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                Fail();
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(byte closing)
    {
        var next = Peek();
        if (next == closing)
        {
            at++;
            depth--;
            isFirst = false;

            return false;
        }

        if (isFirst)
        {
            isFirst = false;

            return next != 0 || Fail();
        }

        if (next != ',')
        {
            return Fail();
        }

        at++;

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PassString()
    {
        var start = at + 1;
        var block = start >> 6;
        var last = (json.Length - 1) >> 6;
        var bits = block <= last ? quotes[block] & (ulong.MaxValue << start) : 0;
        while (bits == 0)
        {
            if (++block > last)
            {
                Fail();

                return;
            }

            bits = quotes[block];
        }

        var end = (block << 6) + BitOperations.TrailingZeroCount(bits);
        at = end + 1;
        if (index.HasControls && json[start..end].ContainsAnyInRange((byte)0, (byte)0x1F))
        {
            Fail();
        }
    }

    private void PassLiteral(ReadOnlySpan<byte> literal)
    {
        if (json[at..].StartsWith(literal))
        {
            at += literal.Length;
        }
        else
        {
            Fail();
        }
    }

    // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?, and no letter behind it.
    private void PassNumber()
    {
        at += IsAt((byte)'-') ? 1 : 0;
        var isRight = IsAt((byte)'0') ? ++at > 0 : PassDigits();
        if (IsAt((byte)'.'))
        {
            at++;
            isRight &= PassDigits();
        }

        if (IsAt((byte)'e') || IsAt((byte)'E'))
        {
            at++;
            at += IsAt((byte)'+') || IsAt((byte)'-') ? 1 : 0;
            isRight &= PassDigits();
        }

        if (!isRight)
        {
            Fail();
        }
    }

    private readonly bool IsAt(byte sought) => (uint)at < (uint)json.Length && json[at] == sought;

    private bool PassDigits()
    {
        var start = at;
        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
        {
            at++;
        }

        return at > start;
    }
}
