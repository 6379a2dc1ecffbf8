using System.Buffers;
using System.Text.Json;
using ScriptHost.Reports;

namespace ScriptHost.Html;

/// <summary>Some thousand rows of the index, column by column (<c>Segment</c> in the page's source): like stands by like, which deflates well.</summary>
/// <param name="columns">The columns, all known.</param>
/// <param name="groups">The groups, all known.</param>
internal sealed class IndexSegment(FeedbackColumns columns, FailureGroups groups)
{
    /// <summary>How many rows a segment may have: more would have to be held at once here, less would compress worse.</summary>
    public const int Most = 5000;

    private readonly List<IndexRow> rows = [];
    private readonly List<(int Row, int Group)> failures = [];
    private readonly Dictionary<int, (char[] Letters, List<object> Values)> cells = [];

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>Takes a row.</summary>
    public void Add(IndexRow row, ScoredUnit unit)
    {
        foreach (var (column, letter, value) in UnitCells.Of(unit, columns))
        {
            if (!cells.TryGetValue(column.Number, out var cell))
            {
                cell = (new char[Most], []);
                Array.Fill(cell.Letters, UnitCells.None);
                cells.Add(column.Number, cell);
            }

            cell.Letters[rows.Count] = letter;
            if (value is not null)
            {
                cell.Values.Add(value);
            }
        }

        failures.AddRange(
            from outcome in unit.Outcomes
            from feedback in outcome.Feedbacks
            select groups.Find(columns.Get(outcome.Scorer, feedback.Name).Number, feedback) into found
            where found is not null
            select (rows.Count, found.Number));
        rows.Add(row);
    }

    /// <summary>The segment as JSON; begins anew.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var buffer = new ArrayBufferWriter<byte>(256 * 1024);
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Line))
        {
            json.WriteStartObject();
            Write(json, "ids", (w, r) => w.WriteStringValue(r.Id));
            Write(json, "oldest", (w, r) => w.WriteStringValue(r.Oldest));
            Write(json, "names", (w, r) => w.WriteStringValue(r.Name));
            Write(json, "states", (w, r) => w.WriteStringValue(r.State));
            Write(json, "times", (w, r) => Number(w, r.Time));
            Write(json, "durations", (w, r) => Number(w, r.Duration));
            Write(json, "tokens", (w, r) => Number(w, r.Tokens));
            Write(json, "sessions", (w, r) => w.WriteStringValue(r.Session));
            Write(json, "asked", (w, r) => w.WriteStringValue(r.Asked));
            Write(json, "answered", (w, r) => w.WriteStringValue(r.Answered));
            Write(json, "tags", WriteTags);
            WriteCells(json);
            WriteFailures(json);
            json.WriteEndObject();
        }

        rows.Clear();
        failures.Clear();
        cells.Clear();

        return buffer.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json, string name, Action<Utf8JsonWriter, IndexRow> write)
    {
        json.WriteStartArray(name);
        rows.ForEach(r => write(json, r));
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumberValue(Math.Round(value, 3));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteTags(Utf8JsonWriter json, IndexRow row)
    {
        json.WriteStartArray();
        foreach (var (key, value) in row.Tags)
        {
            json.WriteStringValue(key);
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void WriteCells(Utf8JsonWriter json)
    {
        json.WriteStartArray("cells");
        foreach (var (column, (letters, values)) in cells.OrderBy(c => c.Key))
        {
            json.WriteStartObject();
            json.WriteNumber("column", column);
            json.WriteString("letters", letters.AsSpan(0, rows.Count));
            json.WriteStartArray("values");
            foreach (var value in values)
            {
                if (value is double number)
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    var cut = 0;
                    json.WriteStringValue(Detail.Short.Of((string)value, ref cut));
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFailures(Utf8JsonWriter json)
    {
        json.WriteStartArray("failures");
        foreach (var (row, group) in failures)
        {
            json.WriteNumberValue(row);
            json.WriteNumberValue(group);
        }

        json.WriteEndArray();
    }
}
