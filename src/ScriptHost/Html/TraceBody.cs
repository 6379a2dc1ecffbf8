using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Html;

/// <summary>Writes what a trace holds: its conversation, spans, tool calls, documents and labels.</summary>
/// <param name="json">Where to; an object must be open.</param>
/// <param name="detail">How much of it.</param>
internal sealed class TraceBody(Utf8JsonWriter json, Detail detail)
{
    // What the report shows elsewhere, or what tells nothing beside it.
    private static readonly string[] Known =
        ["mlflow.spanInputs", "mlflow.spanOutputs", "mlflow.spanType", "mlflow.traceRequestId", "mlflow.spanFunctionName", "mlflow.trace.session"];

    private Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Writes the trace's properties.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="cut">Counts what was shortened or left out.</param>
    public void Write(Trace trace, ref int cut)
    {
        var spans = trace.Content.Spans;
        places = new(StringComparer.Ordinal);
        for (var i = 0; i < spans.Count && i < detail.Items; i++)
        {
            places.TryAdd(spans[i].Id, i);
        }

        json.WriteString("user", trace.UserId);
        Text("asked", Gist.Asked(trace), ref cut);
        Text("answered", Gist.Answered(trace), ref cut);
        WriteMap("tags", trace.Tags.Where(t => !t.Key.StartsWith("mlflow.", StringComparison.Ordinal)).Select(t => (t.Key, t.Value)), ref cut);
        WriteMap("expectations", trace.Content.Expectations.Select(e => (e.Key, e.Value.ToText() ?? "null")), ref cut);
        WriteList("messages", trace.Messages, Write, ref cut);
        WriteList("calls", trace.ToolCalls, Write, ref cut);
        WriteList("documents", trace.RetrievedDocuments, Write, ref cut);
        WriteSpans(spans, ref cut);
        WriteList("labels", [.. trace.Content.Assessments.Where(a => !a.IsExpectation && a.IsValid)], Write, ref cut);
    }

    private delegate void Writing<in T>(T item, ref int cut);

    private void WriteList<T>(string name, IReadOnlyList<T> items, Writing<T> write, ref int cut)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items.Take(detail.Items))
        {
            json.WriteStartObject();
            write(item, ref cut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        cut += Math.Max(0, items.Count - detail.Items);
    }

    private void Write(Message message, ref int cut)
    {
        Text("role", message.Role, ref cut);
        Text("text", message.Content, ref cut);
    }

    private void Write(ToolCall call, ref int cut)
    {
        Text("name", call.Name, ref cut);
        Text("arguments", call.Arguments?.ToJsonString(), ref cut);
        Text("result", call.Result?.ToJsonString(), ref cut);
        Text("error", call.Error, ref cut);
        Place(call.Span.Id);
    }

    private void Write(RetrievedDocument document, ref int cut)
    {
        Text("text", document.Content, ref cut);
        Text("uri", document.Uri, ref cut);
        Text("id", document.Id, ref cut);
        Place(document.Span.Id);
    }

    private void Write(AssessmentContent label, ref int cut)
    {
        Text("name", label.Name, ref cut);
        Text("value", label.Value.ToText() ?? label.Error?.Message, ref cut);
        Text("rationale", label.Rationale, ref cut);
        Text("source", label.Source is { } source ? $"{source.Type} {source.Id}" : null, ref cut);
    }

    private void WriteSpans(IReadOnlyList<SpanContent> spans, ref int cut)
    {
        var start = spans.Count == 0 ? 0 : spans.Min(s => s.StartTimeUnixNano);
        WriteList("spans", spans, (SpanContent span, ref int missing) => Write(span, start, ref missing), ref cut);
    }

    // Times in microseconds from the first span's beginning.
    private void Write(SpanContent span, long start, ref int cut)
    {
        Text("name", span.Name, ref cut);
        Text("type", span.Type, ref cut);
        if (span.ParentId is { } parent && places.TryGetValue(parent, out var place))
        {
            json.WriteNumber("parent", place);
        }

        json.WriteNumber("start", (span.StartTimeUnixNano - start) / 1000);
        if (span.EndTimeUnixNano is { } end)
        {
            json.WriteNumber("took", (end - span.StartTimeUnixNano) / 1000);
        }

        if (span.Status == SpanStatus.Error)
        {
            json.WriteBoolean("failed", true);
        }

        Text("message", span.StatusMessage is { Length: > 0 } message ? message : null, ref cut);
        Text("inputs", span.Inputs.ToText(), ref cut);
        Text("outputs", span.Outputs.ToText(), ref cut);
        WriteMap("attributes", span.Attributes.Where(a => !Known.Contains(a.Key)).Select(a => (a.Key, a.Value.ToText() ?? "null")), ref cut);
        WriteList("events", span.Events, (EventContent happened, ref int missing) => Write(happened, start, ref missing), ref cut);
    }

    private void Write(EventContent happened, long start, ref int cut)
    {
        Text("name", happened.Name, ref cut);
        json.WriteNumber("at", (happened.TimeUnixNano - start) / 1000);
        WriteMap("attributes", happened.Attributes.Select(a => (a.Key, a.Value.ToText() ?? "null")), ref cut);
    }

    private void WriteMap(string name, IEnumerable<(string Key, string Value)> map, ref int cut)
    {
        var members = map.Take(detail.Items).ToList();
        if (members.Count == 0)
        {
            return;
        }

        // Pairs, since a page must not take a member called __proto__ for something else.
        json.WriteStartArray(name);
        foreach (var (key, value) in members)
        {
            json.WriteStartArray();
            json.WriteStringValue(detail.Of(key, ref cut));
            json.WriteStringValue(detail.Of(value, ref cut));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Place(string spanId)
    {
        if (places.TryGetValue(spanId, out var place))
        {
            json.WriteNumber("span", place);
        }
    }

    private void Text(string name, string? text, ref int cut)
    {
        if (text is not null)
        {
            json.WriteString(name, detail.Of(text, ref cut));
        }
    }
}
