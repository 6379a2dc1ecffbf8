using System.Buffers;
using System.Text;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Reports;

/// <summary>
/// Writes a trace again, as <c>{"info", "data"}</c> on one line, with further assessments. What stands in the file is copied, not
/// written anew, so that no number and no unknown key changes.
/// </summary>
internal static class AssessedTrace
{
    /// <summary>Writes one trace and a line feed.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="document">The trace as it stands in its file.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="assessments">What to add, each as JSON text on one line.</param>
    public static void Write(Stream stream, TraceDocument document, TraceContent trace, IReadOnlyList<ReadOnlyMemory<byte>> assessments)
    {
        var json = Whole(document.Json);
        var info = JsonMember.Place(json.Span, "info");
        if (json.Span[info] is [(byte)'{', ..])
        {
            Copy(stream, json.Span[..info.Start]);
            WriteInfo(stream, json[info], assessments);
            Copy(stream, json.Span[info.End..]);
        }
        else
        {
            stream.Write("{\"info\":"u8);
            WriteInfo(stream, InfoOf(trace, JsonMember.Of(json, "assessments")), assessments);
            stream.Write(",\"data\":"u8);
            WriteData(stream, json);
            stream.Write("}"u8);
        }

        stream.Write("\n"u8);
    }

    // A row of search_traces holds the whole trace as text, in its column 'trace'.
    private static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> json)
    {
        var column = JsonMember.Of(json, "info").IsEmpty ? JsonMember.Of(json, "trace") : default;
        switch (column.Span)
        {
            case [(byte)'{', ..]:
                return column;
            case [(byte)'"', ..]:
                var reader = new Utf8JsonReader(column.Span);
                reader.Read();

                return Encoding.UTF8.GetBytes(reader.GetString() ?? "");
            default:
                return json;
        }
    }

    private static void WriteInfo(Stream stream, ReadOnlyMemory<byte> info, IReadOnlyList<ReadOnlyMemory<byte>> assessments)
    {
        if (assessments.Count == 0)
        {
            Copy(stream, info.Span);

            return;
        }

        var text = info.Span;
        var place = JsonMember.Place(text, "assessments");
        if (text[place] is [(byte)'[', .. var present, _])
        {
            Copy(stream, text[..(place.End.Value - 1)]);
            WriteList(stream, assessments, follows: HasContent(present));
            Copy(stream, text[(place.End.Value - 1)..]);
        }
        else if (!text[place].IsEmpty)
        {
            Copy(stream, text[..place.Start]);
            stream.Write("["u8);
            WriteList(stream, assessments, follows: false);
            stream.Write("]"u8);
            Copy(stream, text[place.End..]);
        }
        else
        {
            Copy(stream, text[..^1]);
            stream.Write(HasContent(text[1..^1]) ? ",\"assessments\":["u8 : "\"assessments\":["u8);
            WriteList(stream, assessments, follows: false);
            stream.Write("]}"u8);
        }
    }

    private static bool HasContent(ReadOnlySpan<byte> json) => !json.Trim(" \t\r\n"u8).IsEmpty;

    private static void WriteList(Stream stream, IReadOnlyList<ReadOnlyMemory<byte>> assessments, bool follows)
    {
        foreach (var assessment in assessments)
        {
            if (follows)
            {
                stream.Write(","u8);
            }

            stream.Write(assessment.Span);
            follows = true;
        }
    }

    // The artifact form is the data itself; a row of search_traces has columns besides the spans.
    private static void WriteData(Stream stream, ReadOnlyMemory<byte> json)
    {
        if (JsonMember.Of(json, "trace_id").IsEmpty)
        {
            Copy(stream, json.Span);

            return;
        }

        stream.Write("{\"spans\":"u8);
        var spans = JsonMember.Of(json, "spans");
        Copy(stream, spans.IsEmpty ? "[]"u8 : spans.Span);
        stream.Write("}"u8);
    }

    private static ReadOnlyMemory<byte> InfoOf(TraceContent trace, ReadOnlyMemory<byte> assessments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Line);
        json.WriteStartObject();
        json.WriteString("trace_id", trace.Id);
        json.WriteStartObject("trace_location");
        json.WriteString("type", "MLFLOW_EXPERIMENT");
        json.WriteStartObject("mlflow_experiment");
        json.WriteString("experiment_id", "0");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("request_time", JsonFormat.Moment(trace.RequestTime));
        if (trace.Duration is { } duration)
        {
            json.WriteNumber("execution_duration_ms", (long)duration.TotalMilliseconds);
        }

        json.WriteString("state", TraceStateName.Of(trace.State));
        WriteMap(json, "trace_metadata", trace.Metadata);
        WriteMap(json, "tags", trace.Tags);
        if (assessments.Span is [(byte)'[', ..])
        {
            json.WritePropertyName("assessments");
            json.WriteRawValue(assessments.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.Flush();

        return buffer.WrittenMemory;
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    // Line breaks stand only between the tokens of a JSON text, never in them.
    private static void Copy(Stream stream, ReadOnlySpan<byte> json)
    {
        while (json.IndexOfAny((byte)'\r', (byte)'\n') is var at and >= 0)
        {
            stream.Write(json[..at]);
            json = json[(at + 1)..];
        }

        stream.Write(json);
    }
}
