using System.Buffers;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Reports;
using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Writes all that one trace or session shows, as JSON (<c>Body</c> in the page's source).</summary>
/// <param name="buffer">Where to.</param>
/// <param name="table">The outcomes of the block.</param>
internal sealed class BodyWriter(IBufferWriter<byte> buffer, OutcomeTable table)
{
    private readonly ArrayBufferWriter<byte> tried = new(4096);

    // Neighbours are alike: what fitted last is tried first, and one more.
    private int level;

    /// <summary>Writes the body with as much detail as fits.</summary>
    /// <param name="unit">The outcomes, of which long rationales only are shortened.</param>
    /// <param name="document">The trace; null when it cannot be read again, and for a session.</param>
    /// <param name="most">The most bytes that it should have.</param>
    public void Write(ScoredUnit unit, TraceDocument? document, double most)
    {
        var trace = document?.Trace is { } content ? new Trace(content) : null;
        List<string> outcomes;
        for (level = Math.Max(0, level - 1); ; level++)
        {
            var detail = Detail.Levels[level];
            var cut = 0;
            outcomes = [.. unit.Outcomes.Select(o => OutcomeBody.Json(o, detail, ref cut))];
            tried.ResetWrittenCount();
            Write(unit, document, trace, detail, cut);
            if (level == Detail.Levels.Count - 1 || tried.WrittenCount + outcomes.Sum(table.CostOf) <= most)
            {
                break;
            }
        }

        // The object is open still: what it needs of the table is known now only.
        buffer.Write(tried.WrittenSpan[..^1]);
        buffer.Write(",\"outcomes\":["u8);
        for (var i = 0; i < outcomes.Count; i++)
        {
            buffer.Write(System.Text.Encoding.UTF8.GetBytes($"{(i == 0 ? "" : ",")}{table.NumberOf(outcomes[i])}"));
        }

        buffer.Write("]}"u8);
    }

    private void Write(ScoredUnit unit, TraceDocument? document, Trace? trace, Detail detail, int cut)
    {
        using var json = new Utf8JsonWriter(tried, JsonFormat.Line);
        json.WriteStartObject();
        json.WriteString("id", unit.TraceId);
        if (unit.SessionId is { } session)
        {
            json.WriteString("session", session);
        }

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
