namespace ScriptHost.Traces;

/// <summary>Walks over a span and notes where its parts stand; see <see cref="TraceIndexing"/>.</summary>
internal static class SpanIndexing
{
    /// <summary>Indexes the span that the walk stands before.</summary>
    /// <exception cref="TraceFormatException">A part has the wrong kind.</exception>
    public static void Read(ref JsonWalk walk, ref SpanIndex span)
    {
        var start = walk.At;
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("attributes"u8):
                    ReadAttributes(ref walk, ref span);
                    break;
                case 7 when name.SequenceEqual("context"u8):
                    JsonKind.Expect(ref walk, '{', "'context'");
                    ReadContext(ref walk, ref span);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    ReadStatus(ref walk, ref span);
                    break;
                case 6 when name.SequenceEqual("events"u8):
                    span.Events = JsonKind.Optional(ref walk, '[', "a span's 'events'");
                    break;
                default:
                    Note(name, walk.Value(), ref span);
                    break;
            }
        }

        span.Span = new(start, walk.At - start);
    }

    /// <summary>Reads what must be right in every span: its id and its times.</summary>
    /// <exception cref="TraceFormatException">An id or a time is missing or wrong.</exception>
    public static void Check(ReadOnlyMemory<byte> json, ref SpanIndex span)
    {
        if (span.Id.IsBlank(json.Span))
        {
            throw new TraceFormatException(span.Span.Start, "a span has no 'span_id'");
        }

        span.IsRoot = span.Parent.IsBlank(json.Span);

        var isStart = span.Start.TryReadPlain(json.Span, out var start);
        var isEnd = span.End.TryReadPlain(json.Span, out var end);
        span.SeenTimes = (start, end);
        if (!isStart && span.StartTime(json) is null)
        {
            throw new TraceFormatException(span.Span.Start, "a span has no start time");
        }

        if (!isEnd)
        {
            span.EndTime(json);
        }
    }

    private static void Note(ReadOnlySpan<byte> name, JsonRange value, ref SpanIndex span)
    {
        switch (name.Length)
        {
            case 7 when name.SequenceEqual("span_id"u8):
                span.Id = value;
                break;
            case 8 when name.SequenceEqual("trace_id"u8):
                span.TraceId = value;
                break;
            case 14 when name.SequenceEqual("parent_span_id"u8):
            case 9 when name.SequenceEqual("parent_id"u8):
                span.Parent = value;
                break;
            case 4 when name.SequenceEqual("name"u8):
                span.Name = value;
                break;
            case 20 when name.SequenceEqual("start_time_unix_nano"u8):
            case 10 when name.SequenceEqual("start_time"u8):
                span.Start = value;
                break;
            case 18 when name.SequenceEqual("end_time_unix_nano"u8):
            case 8 when name.SequenceEqual("end_time"u8):
                span.End = value;
                break;
            case 11 when name.SequenceEqual("status_code"u8):
                span.StatusCode = value;
                break;
            case 14 when name.SequenceEqual("status_message"u8):
                span.StatusMessage = value;
                break;
        }
    }

    // The three that nearly every scorer asks for are noted on the way: finding them later would mean to read the attributes again.
    private static void ReadAttributes(ref JsonWalk walk, ref SpanIndex span)
    {
        (span.Attributes, span.Type, span.Inputs, span.Outputs) = (default, default, default, default);
        if (walk.Peek() == 'n')
        {
            walk.Value();

            return;
        }

        JsonKind.Expect(ref walk, '{', "a span's 'attributes'");
        var start = walk.At;
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            var value = walk.Value();
            if (name.SequenceEqual("mlflow.spanOutputs"u8))
            {
                span.Outputs = value;
            }
            else if (name.SequenceEqual("mlflow.spanInputs"u8))
            {
                span.Inputs = value;
            }
            else if (name.SequenceEqual("mlflow.spanType"u8))
            {
                span.Type = value;
            }
        }

        span.Attributes = new(start, walk.At - start);
    }

    private static void ReadContext(ref JsonWalk walk, ref SpanIndex span)
    {
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            var value = walk.Value();
            if (name.SequenceEqual("span_id"u8))
            {
                span.Id = value;
            }
            else if (name.SequenceEqual("trace_id"u8))
            {
                span.TraceId = value;
            }
        }
    }

    // An object in schema 3; a bare code is taken too.
    private static void ReadStatus(ref JsonWalk walk, ref SpanIndex span)
    {
        if (walk.Peek() != '{')
        {
            span.StatusCode = walk.Value();

            return;
        }

        for (walk.Enter(); walk.NextMember(out var name);)
        {
            var value = walk.Value();
            if (name.SequenceEqual("code"u8))
            {
                span.StatusCode = value;
            }
            else if (name.SequenceEqual("message"u8))
            {
                span.StatusMessage = value;
            }
        }
    }
}
