using System.Buffers;
using System.Text.Json;

namespace ScriptHost.Reports;

/// <summary>
/// Brings the assessments of <c>results.jsonl</c> to the traces that they are about. Both come in the same order, so the file is read
/// beside the traces; only the sessions' assessments, which stand at its end, are held in memory.
/// </summary>
internal sealed class AssessmentJoin : IDisposable
{
    private readonly IEnumerator<string> lines;
    private readonly string moment;
    private readonly Dictionary<string, List<ReadOnlyMemory<byte>>> ofSessions = new(StringComparer.Ordinal);
    private (string TraceId, IReadOnlyList<ReadOnlyMemory<byte>> Assessments)? next;

    /// <summary>Begins to read.</summary>
    /// <param name="resultsPath">A complete <c>results.jsonl</c>.</param>
    /// <param name="time">When the assessments were made; MLflow refuses assessments without.</param>
    public AssessmentJoin(string resultsPath, DateTimeOffset time)
    {
        moment = JsonFormat.Moment(time);
        foreach (var line in File.ReadLines(resultsPath).Where(l => l.Contains("\"session_id\":", StringComparison.Ordinal)))
        {
            HoldSession(line);
        }

        lines = File.ReadLines(resultsPath).GetEnumerator();
        Advance();
    }

    /// <summary>
    /// The assessments of a trace, each as JSON text. Ask for the traces in input order; a trace whose id came before gets none.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Take(string traceId)
    {
        var taken = new List<ReadOnlyMemory<byte>>();
        while (next is { } line && line.TraceId == traceId)
        {
            taken.AddRange(line.Assessments);
            Advance();
        }

        if (ofSessions.Remove(traceId, out var more))
        {
            taken.AddRange(more);
        }

        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    private void HoldSession(string line)
    {
        using var outcome = JsonDocument.Parse(line);
        if (outcome.RootElement.TryGetProperty("session_id", out _) && Id(outcome) is var id && Assessments(outcome) is { Count: > 0 } assessments)
        {
            if (!ofSessions.TryGetValue(id, out var held))
            {
                ofSessions.Add(id, held = []);
            }

            held.AddRange(assessments);
        }
    }

    // The first line of a session ends the traces' part.
    private void Advance()
    {
        next = null;
        if (lines.MoveNext())
        {
            using var outcome = JsonDocument.Parse(lines.Current);
            next = outcome.RootElement.TryGetProperty("session_id", out _) ? null : (Id(outcome), Assessments(outcome));
        }
    }

    private static string Id(JsonDocument outcome) => outcome.RootElement.GetProperty("trace_id").GetString() ?? "";

    private List<ReadOnlyMemory<byte>> Assessments(JsonDocument outcome) =>
        [.. outcome.RootElement.GetProperty("assessments").EnumerateArray().Select(Stamped)];

    private ReadOnlyMemory<byte> Stamped(JsonElement assessment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Line);
        json.WriteStartObject();
        foreach (var property in assessment.EnumerateObject())
        {
            property.WriteTo(json);
            if (property.NameEquals("source"))
            {
                json.WriteString("create_time", moment);
                json.WriteString("last_update_time", moment);
            }
        }

        json.WriteEndObject();
        json.Flush();

        return buffer.WrittenMemory;
    }
}
