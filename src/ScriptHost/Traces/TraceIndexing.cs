namespace ScriptHost.Traces;

/// <summary>
/// Walks over a document once from end to end, notes where the parts of the trace stand, and decodes nothing. All forms that MLflow writes
/// are told apart by their keys alone: whole traces of schema 3 and 2 (<c>info</c> and <c>data</c>), the artifact that is
/// <c>data</c> only, what its REST API answers (<c>trace_info</c> and <c>spans</c>), and rows of search_traces. Beside an <c>info</c>, other keys than <c>data</c> mean
/// nothing. Of repeated keys the last one counts.
/// </summary>
internal static class TraceIndexing
{
    // In the document, 'data' and 'spans'.
    private const int DepthInData = 3;

    /// <summary>Indexes a document.</summary>
    /// <param name="json">The document; UTF-8, and read by the index's <see cref="TraceIndex.Structure"/>.</param>
    /// <param name="index">Where to; forgets what it held.</param>
    /// <exception cref="TraceFormatException">It is no JSON, no object, or a part has the wrong kind.</exception>
    public static void Read(ReadOnlySpan<byte> json, TraceIndex index)
    {
        index.Clear();
        var walk = new JsonWalk(json, index.Structure) { Passed = index.Passed };
        var hasInfo = TryReadHead(ref walk, json, index);
        if (!hasInfo)
        {
            JsonKind.Expect(ref walk, '{', "a trace");
            walk.Enter();
        }

        // Before an 'info' it is not known yet whether they mean anything.
        List<Column>? columns = null;
        while (walk.NextMember(out var name))
        {
            if (name.SequenceEqual("data"u8))
            {
                JsonKind.Expect(ref walk, '{', "'data'");
                walk.Enter();
                ReadData(ref walk, json, index, isHead: hasInfo);
            }
            else if (name.SequenceEqual("info"u8))
            {
                hasInfo = true;
                JsonKind.Expect(ref walk, '{', "'info'");
                InfoIndexing.Read(ref walk, index);
            }
            else
            {
                if (!hasInfo)
                {
                    (columns ??= []).Add(new(name.ToArray(), walk.Place));
                }

                walk.Value();
            }
        }

        // Anything behind the object is a fault too.
        if (!walk.End())
        {
            throw JsonFault.In(json);
        }

        if (!hasInfo && columns is not null)
        {
            ReadColumns(columns, json, index);
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
        var walk = new JsonWalk(json, index.Structure, place) { Passed = index.Passed };
        while (walk.NextItem())
        {
            ReadSpan(ref walk, json, index);
        }

        if (walk.IsBroken)
        {
            throw JsonFault.In(json);
        }
    }

    // All up to the first span, and then the spans, and what 'data' has behind them; false when this document is not like those before.
    private static bool TryReadHead(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index)
    {
        var place = default(JsonPlace);
        index.Heads.Begin();
        if (!index.Heads.TryRead(json, index.Structure, ref place, index.Ranges))
        {
            index.Clear();

            return false;
        }

        walk.GoOn(place, isFirst: true);
        index.BeginSpans();
        ReadItems(ref walk, json, index);
        if (place.Depth == DepthInData)
        {
            ReadData(ref walk, json, index, isHead: false);
        }

        return true;
    }

    private static void ReadColumns(List<Column> columns, ReadOnlySpan<byte> json, TraceIndex index)
    {
        foreach (var (name, place) in columns)
        {
            var walk = new JsonWalk(json, index.Structure, place) { Passed = index.Passed };
            if (name.AsSpan().SequenceEqual("spans"u8))
            {
                ReadSpans(ref walk, json, index, isHead: false);
            }
            else if (name.AsSpan().SequenceEqual("trace"u8))
            {
                index.Row = walk.Value();
            }
            else if (name.AsSpan().SequenceEqual("trace_info"u8))
            {
                JsonKind.Expect(ref walk, '{', "'trace_info'");
                InfoIndexing.Read(ref walk, index);
            }
            else
            {
                // A row of search_traces has the members of 'info' as columns.
                InfoIndexing.ReadMember(ref walk, name, index);
            }
        }
    }

    // Behind the brace, or any member.
    private static void ReadData(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index, bool isHead)
    {
        while (walk.NextMember(out var name))
        {
            if (name.SequenceEqual("spans"u8))
            {
                ReadSpans(ref walk, json, index, isHead);
            }
            else
            {
                walk.Value();
            }
        }
    }

    // What stands before is the head of a trace when it has an 'info'.
    private static void ReadSpans(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index, bool isHead)
    {
        isHead &= !index.HasSpans;
        index.BeginSpans();
        if (walk.Peek() == 'n')
        {
            walk.Value();

            return;
        }

        JsonKind.Expect(ref walk, '[', "'spans'");
        walk.Enter();
        if (isHead && !walk.IsBroken)
        {
            index.Heads.Learn(json, index.Structure, from: 0, walk.At, index.Passed, index.Ranges);
        }

        ReadItems(ref walk, json, index);
    }

    private static void ReadItems(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index)
    {
        while (walk.NextItem())
        {
            var place = ReadSpan(ref walk, json, index);
            if (!index.IsWhole && index.Spans[^1].Parent.IsBlank(json) && walk.TryPassItems())
            {
                index.Unread = place;

                return;
            }
        }
    }

    private static JsonPlace ReadSpan(ref JsonWalk walk, ReadOnlySpan<byte> json, TraceIndex index)
    {
        ref var span = ref index.AddSpan();
        var place = walk.Place;
        if (index.SpanShapes.TryRead(json, index.Structure, ref place, span.Ranges))
        {
            walk.GoOn(place, isFirst: false);

            return place;
        }

        span = default;
        index.Passed.Clear();
        JsonKind.Expect(ref walk, '{', "a span");
        SpanIndexing.Read(ref walk, ref span);
        if (!walk.IsBroken)
        {
            index.SpanShapes.Learn(json, index.Structure, place.At, walk.At, index.Passed, span.Ranges);
        }

        return walk.Place;
    }

    private sealed record Column(byte[] Name, JsonPlace Place);
}
