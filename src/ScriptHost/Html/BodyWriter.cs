using System.Buffers;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Reports;
using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Writes all that one trace or session shows, as JSON (<c>Body</c> in the page's source).</summary>
internal static class BodyWriter
{
    /// <summary>The body with as much detail as fits.</summary>
    /// <param name="unit">The outcomes, which are always whole but for long rationales.</param>
    /// <param name="document">The trace; null when it cannot be read again, and for a session.</param>
    /// <param name="most">The most bytes that it should have.</param>
    public static ReadOnlyMemory<byte> Write(ScoredUnit unit, TraceDocument? document, long most)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var trace = document?.Trace is { } content ? new Trace(content) : null;
        foreach (var detail in Detail.Levels)
        {
            buffer.ResetWrittenCount();
            Write(buffer, unit, document, trace, detail);
            if (buffer.WrittenCount <= most)
            {
                break;
            }
        }

        return buffer.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, ScoredUnit unit, TraceDocument? document, Trace? trace, Detail detail)
    {
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Line);
        var cut = 0;
        json.WriteStartObject();
        json.WriteString("id", unit.TraceId);
        if (unit.SessionId is { } session)
        {
            json.WriteString("session", session);
        }

        OutcomeBody.Write(json, unit.Outcomes, detail, ref cut);
        if (document is not null && trace is not null)
        {
            json.WriteString("path", document.Path);
            json.WriteNumber("line", document.Line);
            new TraceBody(json, detail).Write(trace, ref cut);
        }

        json.WriteNumber("cut", cut);
        json.WriteEndObject();
    }
}
