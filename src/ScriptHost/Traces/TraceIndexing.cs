using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>
/// Walks over a document once from end to end, notes where the parts of the trace stand, and decodes nothing. All forms that MLflow writes
/// are told apart by their keys alone: whole traces of schema 3 and 2 (<c>info</c> and <c>data</c>), the artifact that is
/// <c>data</c> only, and rows of search_traces. Of repeated keys the last one counts.
/// </summary>
internal static class TraceIndexing
{
    /// <summary>Indexes a document.</summary>
    /// <param name="json">The document; UTF-8, and read by the index's <see cref="TraceIndex.Structure"/>.</param>
    /// <param name="index">Where to; forgets what it held.</param>
    /// <exception cref="TraceFormatException">It is no JSON, no object, or a part has the wrong kind.</exception>
    public static void Read(ReadOnlySpan<byte> json, TraceIndex index)
    {
        index.Clear();
        var walk = new JsonWalk(json, index.Structure);
        Expect(ref walk, '{', "a trace");
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            if (name.SequenceEqual("data"u8))
            {
                Expect(ref walk, '{', "'data'");
                ReadData(ref walk, json, index);
            }
            else if (name.SequenceEqual("info"u8))
            {
                Expect(ref walk, '{', "'info'");
                InfoIndexing.Read(ref walk, index);
            }
            else if (name.SequenceEqual("spans"u8))
            {
                ReadSpans(ref walk, json, index);
            }
            else if (name.SequenceEqual("trace"u8))
            {
                index.Row = walk.Value();
            }
            else
            {
                // A row of search_traces has the members of 'info' as columns.
                InfoIndexing.ReadMember(ref walk, name, index);
            }
        }

        // Anything behind the object is a fault too.
        if (!walk.End())
        {
            throw JsonFault.In(json);
        }
    }

    /// <summary>Reads the spans that <see cref="Read"/> passed.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <exception cref="TraceFormatException">They are no JSON, or a part has the wrong kind.</exception>
    public static void ReadUnread(ReadOnlySpan<byte> json, TraceIndex index)
    {
        if (index.Unread is not { } place)
        {
            return;
        }

        index.Unread = null;
        var walk = new JsonWalk(json, index.Structure, place);
        while (walk.NextItem())
        {
            ReadSpan(ref walk, index);
        }

        if (walk.IsBroken)
        {
            throw JsonFault.In(json);
        }
    }

    /// <summary>Sees to it that a value of some kind comes next.</summary>
    /// <param name="walk">Stands before the value.</param>
    /// <param name="kind">The character that such a value begins with.</param>
    /// <param name="what">What the value is of, for people.</param>
    /// <exception cref="TraceFormatException">The value is of another kind.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expect(ref JsonWalk walk, char kind, string what)
    {
        if (walk.Peek() != kind)
        {
            Refuse(ref walk, kind, what);
        }
    }

    /// <summary>A value of some kind; absent when it is a JSON null, which stands for nothing.</summary>
    /// <exception cref="TraceFormatException">The value is of another kind.</exception>
    public static JsonRange Optional(ref JsonWalk walk, char kind, string what)
    {
        if (walk.Peek() == 'n')
        {
            walk.Value();

            return default;
        }

        Expect(ref walk, kind, what);

        return walk.Value();
    }

    private static void Refuse(ref JsonWalk walk, char kind, string what)
    {
        // That it is no JSON at all comes first.
        var fault = Name(walk.Peek()) is { } name ? new TraceFormatException(walk.At, $"expected {Name((byte)kind)} as {what}, found {name}") : null;
        walk.Value();
        walk.Fail(fault);
    }

    private static void ReadData(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index)
    {
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            if (name.SequenceEqual("spans"u8))
            {
                ReadSpans(ref walk, json, index);
            }
            else
            {
                walk.Value();
            }
        }
    }

    private static void ReadSpans(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index)
    {
        index.BeginSpans();
        if (walk.Peek() == 'n')
        {
            walk.Value();

            return;
        }

        Expect(ref walk, '[', "'spans'");
        for (walk.Enter(); walk.NextItem();)
        {
            var place = ReadSpan(ref walk, index);
            if (!index.IsWhole && index.Spans[^1].Parent.IsBlank(json) && walk.TryPassItems())
            {
                index.Unread = place;

                return;
            }
        }
    }

    private static JsonPlace ReadSpan(ref JsonWalk walk, TraceIndex index)
    {
        Expect(ref walk, '{', "a span");
        SpanIndexing.Read(ref walk, ref index.AddSpan());

        return walk.Place;
    }

    private static string? Name(byte first) => (char)first switch
    {
        '{' => "an object",
        '[' => "a list",
        '"' => "a text",
        '-' or (>= '0' and <= '9') => "a number",
        't' or 'f' => "a truth value",
        'n' => "null",
        _ => null,
    };
}
