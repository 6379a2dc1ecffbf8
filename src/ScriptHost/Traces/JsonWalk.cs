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
    private readonly StructuralIndex index;
    private int at;
    private int depth;
    private bool isFirst;

    /// <summary>Begins.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <param name="from">Behind an item of a list, to go on from there; by default it begins before the document.</param>
    public JsonWalk(ReadOnlySpan<byte> json, StructuralIndex index, JsonPlace from = default)
    {
        this.json = json;
        this.index = index;
        (at, depth) = (from.At, from.Depth);
        IsBroken = index.IsBroken;
    }

    /// <summary>Where the objects and lists that <see cref="Value"/> passed are noted; null notes nothing.</summary>
    public List<JsonRange>? Passed { get; init; }

    /// <summary>Whether a fault was found.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Where the walk stands, in bytes from the start of the document; behind <see cref="Peek"/> at no blank.</summary>
    public readonly int At => at;

    /// <summary>Where the walk stands, and how deep.</summary>
    public readonly JsonPlace Place => new(at, depth);

    /// <summary>Goes on from elsewhere.</summary>
    /// <param name="place">Behind a value, or behind the bracket of a list.</param>
    /// <param name="isFirst">Whether it is such a bracket.</param>
    public void GoOn(JsonPlace place, bool isFirst) => (at, depth, this.isFirst) = (place.At, place.Depth, isFirst);

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
        at = Blanks(json, at);

        return (at == json.Length || Fail()) && !IsBroken;
    }

    /// <summary>The next byte that is no blank; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek() => ByteAt(json, at = Blanks(json, at));

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
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        // The place is a local while it moves: a field would be written and read again at each step.
        var text = json;
        name = default;

        // Most writers put nothing between a comma and a name.
        var place = at + 1;
        if (isFirst || (uint)place >= (uint)text.Length || text[place] != '"' || text[place - 1] != ',')
        {
            if (!Next((byte)'}', out place))
            {
                return false;
            }
        }

        var start = place + 1;
        var end = ByteAt(text, place) == '"' ? StringEnd(start) : -1;
        place = end + 1;
        if (ByteAt(text, place) != ':')
        {
            place = Blanks(text, place);
        }

        if (end < 0 || ByteAt(text, place) != ':')
        {
            return Fail();
        }

        at = place + 1;
        name = text[start..end];

        // Nearly no name has an escape.
        return index.IsPlain(start, name.Length) || Decode(ref name);
    }

    /// <summary>Goes to the list's next item; behind the list, and false, when there is none.</summary>
    public bool NextItem()
    {
        var isItem = Next((byte)']', out var place);
        at = isItem ? place : at;

        return isItem;
    }

    /// <summary>
    /// Passes what follows an item in its list, of which only the strings and the brackets are looked at. When these are not right, false: nothing was
    /// passed, and walking on says what is wrong.
    /// </summary>
    public bool TryPassItems()
    {
        var end = IsBroken || index.HasControls ? -1 : BracketPairs.EndOfList(json, index.Brackets, at);
        if (end < 0)
        {
            return false;
        }

        (at, depth) = (end, depth - 1);

        return true;
    }

    /// <summary>Passes the next value.</summary>
    public JsonRange Value()
    {
        var value = Pass();
        if (Passed is not null && !value.IsAbsent && json[value.Start] is (byte)'{' or (byte)'[')
        {
            Passed.Add(value);
        }

        return value;
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

    private JsonRange Pass()
    {
        var text = json;
        var start = Blanks(text, at);
        var end = -1;
        switch (ByteAt(text, start))
        {
            case (byte)'"':
                end = StringEnd(start + 1) + 1;
                break;
            case (byte)'{':
                at = start;
                for (Enter(); NextMember(out _);)
                {
                    Pass();
                }

                end = at;
                break;
            case (byte)'[':
                at = start;
                for (Enter(); NextItem();)
                {
                    Pass();
                }

                end = at;
                break;
            case (byte)'t':
                end = text[start..].StartsWith("true"u8) ? start + 4 : 0;
                break;
            case (byte)'f':
                end = text[start..].StartsWith("false"u8) ? start + 5 : 0;
                break;
            case (byte)'n':
                end = text[start..].StartsWith("null"u8) ? start + 4 : 0;
                break;
            default:
                end = JsonNumber.End(text, start);
                break;
        }

        if (end <= 0)
        {
            Fail();

            return default;
        }

        at = end;

        return new(start, end - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte ByteAt(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length ? json[at] : (byte)0;

    // Where the blanks from an index on end. Most writers put none or one behind a comma and a colon.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Blanks(ReadOnlySpan<byte> json, int at) =>
        ByteAt(json, at) > ' ' ? at : ByteAt(json, at) == ' ' && ByteAt(json, at + 1) > ' ' ? at + 1 : ManyBlanks(json, at);

    private static int ManyBlanks(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    private static bool Decode(ref ReadOnlySpan<byte> name)
    {
        if (name.Contains((byte)'\\'))
        {
            name = EscapeDecoder.Decode(name);
        }

        return true;
    }

    // To the next member or item, whose place is told; or behind the closing bracket.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(byte closing, out int place)
    {
        var text = json;
        place = Blanks(text, at);
        var next = ByteAt(text, place);
        if (next == ',' && !isFirst)
        {
            place = Blanks(text, place + 1);

            return true;
        }

        if (next == closing)
        {
            at = place + 1;
            depth--;
            isFirst = false;

            return false;
        }

        var isOpen = isFirst && next != 0;
        isFirst = false;

        return isOpen || Fail();
    }

    // Where the string ends whose text begins at the index; negative when it does not end, or cannot be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int StringEnd(int start)
    {
        var end = index.EndOfText(start);

        return index.HasControls && end > 0 && json[start..end].ContainsAnyInRange((byte)0, (byte)0x1F) ? -1 : end;
    }
}
