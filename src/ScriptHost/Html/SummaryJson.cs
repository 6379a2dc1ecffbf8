using System.Buffers;
using System.Text.Json;
using ScriptHost.Reports;
using ScriptHost.Statistics;

namespace ScriptHost.Html;

/// <summary>Writes what the first view shows (<c>Summary</c> in the page's source).</summary>
internal static class SummaryJson
{
    /// <summary>The summary as JSON.</summary>
    public static ReadOnlyMemory<byte> Of(ReportedRun run, ReportSummary summary, IReadOnlyList<string> notes, ReportBaseline? baseline)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Line);
        json.WriteStartObject();
        json.WriteString("id", run.Id);
        json.WritePropertyName("run");
        run.Record.WriteTo(json);
        json.WriteNumber("traces", summary.Rows.Count);
        json.WriteNumber("failedTraces", summary.FailedTraces);
        json.WriteNumber("sessions", summary.Sessions);
        json.WriteStartArray("notes");
        foreach (var note in notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in summary.Columns.All)
        {
            Write(json, column, ColumnDirection.Of(column, run.Record));
        }

        json.WriteEndArray();
        WriteGroups(json, summary.Groups);
        BaselineJson.Write(json, baseline);
        json.WriteEndObject();
        json.Flush();

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, FeedbackColumn column, string? direction)
    {
        json.WriteStartObject();
        json.WriteString("scorer", column.Scorer);
        json.WriteString("name", column.Name);
        json.WriteBoolean("session", column.IsSession);
        json.WriteString("kind", column.IsVerdict ? "verdict" : column.Numbers.Count > 0 ? "number" : column.TextCount > 0 ? "text" : "none");
        json.WriteString("direction", direction);
        json.WriteNumber("errors", column.Errors);
        json.WriteNumber("passes", column.Passes);
        json.WriteNumber("fails", column.Fails);
        WriteNumbers(json, column);
        WriteTexts(json, column);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, FeedbackColumn column)
    {
        var numbers = column.Numbers;
        json.WriteNumber("n", numbers.Count);
        if (numbers.Count == 0)
        {
            return;
        }

        Finite(json, "mean", numbers.Mean);
        json.WriteNumber("min", numbers.Least);
        json.WriteNumber("max", numbers.Most);
        if (column.IsVerdict)
        {
            var interval = WilsonInterval.Of(column.Passes, numbers.Count);
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("high", interval.High);
        }
        else if (numbers.Half is { } half)
        {
            // A score from 0 to 1 has no mean beyond; that it is one shows by its values.
            var isScore = numbers is { Least: >= 0, Most: 1 };
            Finite(json, "low", numbers.Least >= 0 ? Math.Max(0, numbers.Mean - half) : numbers.Mean - half);
            Finite(json, "high", isScore ? Math.Min(1, numbers.Mean + half) : numbers.Mean + half);
        }

        Finite(json, "width", column.Distribution.Width);
        json.WriteStartArray("bins");
        if (column.Distribution.Bins.All(b => double.IsFinite(b.Key)))
        {
            foreach (var (start, count) in column.Distribution.Bins)
            {
                json.WriteNumberValue(start);
                json.WriteNumberValue(count);
            }
        }

        json.WriteEndArray();
    }

    // Sums of huge values can overflow, and JSON has no infinity.
    private static void Finite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, FeedbackColumn column)
    {
        if (column.TextCount == 0)
        {
            return;
        }

        json.WriteStartArray("texts");
        foreach (var (text, count) in column.Texts.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal))
        {
            var cut = 0;
            json.WriteStartArray();
            json.WriteStringValue(Detail.Short.Of(text, ref cut));
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, FailureGroups groups)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups.All)
        {
            var cut = 0;
            json.WriteStartObject();
            json.WriteNumber("column", group.Column);
            json.WriteBoolean("error", group.IsError);
            json.WriteNumber("count", group.Count);
            json.WriteString("example", Detail.Brief.Of(group.Example, ref cut));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
