using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>
/// Reads a document once from end to end, notes where the parts of the trace stand, and decodes nothing. All forms that MLflow writes
/// are told apart by their keys alone: whole traces of schema 3 and 2 (<c>info</c> and <c>data</c>), the artifact that is
/// <c>data</c> only, and rows of search_traces. Of repeated keys the last one counts.
/// </summary>
internal static class TraceIndexing
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Contract.JsonText.MaxDepth };

    /// <summary>The index of a document.</summary>
    /// <exception cref="TraceFormatException">It is no JSON object, or a part has the wrong kind.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static TraceIndex Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var index = new TraceIndex();
        reader.Read();
        Expect(ref reader, JsonTokenType.StartObject, "a trace");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("info"u8) && Enter(ref reader, JsonTokenType.StartObject, "'info'"))
            {
                ReadInfo(ref reader, index);
            }
            else if (reader.ValueTextEquals("data"u8) && Enter(ref reader, JsonTokenType.StartObject, "'data'"))
            {
                ReadData(ref reader, index);
            }
            else if (reader.ValueTextEquals("trace"u8))
            {
                reader.Read();
                index.Row = JsonRange.Of(ref reader);
            }
            else if (!ReadDataMember(ref reader, index))
            {
                // A row of search_traces has the members of 'info' as columns.
                ReadInfoMember(ref reader, index);
            }
        }

        // To the end: anything behind the object is a fault too.
        while (reader.Read())
        {
        }

        return index;
    }

    private static void ReadInfo(ref Utf8JsonReader reader, TraceIndex index)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadInfoMember(ref reader, index);
        }
    }

    private static void ReadInfoMember(ref Utf8JsonReader reader, TraceIndex index)
    {
        if (reader.ValueTextEquals("trace_id"u8) || reader.ValueTextEquals("request_id"u8))
        {
            index.Id = Next(ref reader);
        }
        else if (reader.ValueTextEquals("request_time"u8) || reader.ValueTextEquals("timestamp_ms"u8))
        {
            index.RequestTime = Next(ref reader);
        }
        else if (reader.ValueTextEquals("execution_duration_ms"u8) || reader.ValueTextEquals("execution_time_ms"u8))
        {
            index.DurationMs = Next(ref reader);
        }
        else if (reader.ValueTextEquals("execution_duration"u8))
        {
            index.Duration = Next(ref reader);
        }
        else if (reader.ValueTextEquals("state"u8) || reader.ValueTextEquals("status"u8))
        {
            index.State = Next(ref reader);
        }
        else if (reader.ValueTextEquals("trace_metadata"u8) || reader.ValueTextEquals("request_metadata"u8))
        {
            index.Metadata = NextOf(ref reader, JsonTokenType.StartObject, "the metadata");
        }
        else if (reader.ValueTextEquals("tags"u8))
        {
            index.Tags = NextOf(ref reader, JsonTokenType.StartObject, "'tags'");
        }
        else if (reader.ValueTextEquals("assessments"u8))
        {
            index.Assessments = NextOf(ref reader, JsonTokenType.StartArray, "'assessments'");
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ReadData(ref Utf8JsonReader reader, TraceIndex index)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!ReadDataMember(ref reader, index))
            {
                reader.Skip();
            }
        }
    }

    private static bool ReadDataMember(ref Utf8JsonReader reader, TraceIndex index)
    {
        if (!reader.ValueTextEquals("spans"u8))
        {
            return false;
        }

        reader.Read();
        index.Spans.Clear();
        index.HasSpans = true;
        if (reader.TokenType != JsonTokenType.Null)
        {
            Expect(ref reader, JsonTokenType.StartArray, "'spans'");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Expect(ref reader, JsonTokenType.StartObject, "a span");
                index.Spans.Add(ReadSpan(ref reader));
            }
        }

        return true;
    }

    private static SpanIndex ReadSpan(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var span = default(SpanIndex);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("context"u8) && Enter(ref reader, JsonTokenType.StartObject, "'context'"))
            {
                ReadContext(ref reader, ref span);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                ReadStatus(ref reader, ref span);
            }
            else
            {
                ReadSpanMember(ref reader, ref span);
            }
        }

        span.Span = new(start, (int)reader.BytesConsumed - start);

        return span;
    }

    private static void ReadSpanMember(ref Utf8JsonReader reader, ref SpanIndex span)
    {
        if (reader.ValueTextEquals("span_id"u8))
        {
            span.Id = Next(ref reader);
        }
        else if (reader.ValueTextEquals("trace_id"u8))
        {
            span.TraceId = Next(ref reader);
        }
        else if (reader.ValueTextEquals("parent_span_id"u8) || reader.ValueTextEquals("parent_id"u8))
        {
            span.Parent = Next(ref reader);
        }
        else if (reader.ValueTextEquals("name"u8))
        {
            span.Name = Next(ref reader);
        }
        else if (reader.ValueTextEquals("start_time_unix_nano"u8) || reader.ValueTextEquals("start_time"u8))
        {
            span.Start = Next(ref reader);
        }
        else if (reader.ValueTextEquals("end_time_unix_nano"u8) || reader.ValueTextEquals("end_time"u8))
        {
            span.End = Next(ref reader);
        }
        else if (reader.ValueTextEquals("status_code"u8))
        {
            span.StatusCode = Next(ref reader);
        }
        else if (reader.ValueTextEquals("status_message"u8))
        {
            span.StatusMessage = Next(ref reader);
        }
        else if (reader.ValueTextEquals("attributes"u8))
        {
            ReadAttributes(ref reader, ref span);
        }
        else if (reader.ValueTextEquals("events"u8))
        {
            span.Events = NextOf(ref reader, JsonTokenType.StartArray, "a span's 'events'");
        }
        else
        {
            reader.Skip();
        }
    }

    // The three that nearly every scorer asks for are noted on the way: finding them later would mean to read the attributes again.
    private static void ReadAttributes(ref Utf8JsonReader reader, ref SpanIndex span)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        (span.Attributes, span.Type, span.Inputs, span.Outputs) = (default, default, default, default);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref reader, JsonTokenType.StartObject, "a span's 'attributes'");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("mlflow.spanType"u8))
            {
                span.Type = Next(ref reader);
            }
            else if (reader.ValueTextEquals("mlflow.spanInputs"u8))
            {
                span.Inputs = Next(ref reader);
            }
            else if (reader.ValueTextEquals("mlflow.spanOutputs"u8))
            {
                span.Outputs = Next(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        span.Attributes = new(start, (int)reader.BytesConsumed - start);
    }

    private static void ReadContext(ref Utf8JsonReader reader, ref SpanIndex span)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("span_id"u8))
            {
                span.Id = Next(ref reader);
            }
            else if (reader.ValueTextEquals("trace_id"u8))
            {
                span.TraceId = Next(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // An object in schema 3; a bare code is taken too.
    private static void ReadStatus(ref Utf8JsonReader reader, ref SpanIndex span)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            span.StatusCode = JsonRange.Of(ref reader);

            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("code"u8))
            {
                span.StatusCode = Next(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                span.StatusMessage = Next(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static JsonRange Next(ref Utf8JsonReader reader)
    {
        reader.Read();

        return JsonRange.Of(ref reader);
    }

    // A JSON null stands for nothing.
    private static JsonRange NextOf(ref Utf8JsonReader reader, JsonTokenType kind, string what)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        Expect(ref reader, kind, what);

        return JsonRange.Of(ref reader);
    }

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType kind, string what)
    {
        reader.Read();
        Expect(ref reader, kind, what);

        return true;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType kind, string what)
    {
        if (reader.TokenType != kind)
        {
            throw new TraceFormatException(reader.TokenStartIndex, $"expected {Name(kind)} as {what}, found {Name(reader.TokenType)}");
        }
    }

    private static string Name(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        JsonTokenType.Null => "null",
        _ => "the end",
    };
}
