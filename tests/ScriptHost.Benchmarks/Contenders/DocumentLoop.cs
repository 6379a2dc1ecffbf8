using System.Text.Json;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>
/// What a scorer over <see cref="JsonDocument"/> would do, in a process with the same settings: one document a line, asked for what
/// is wanted. Scripts may use JsonDocument, but no scorer is handed a trace's line; so this stands in for one.
/// </summary>
internal static class DocumentLoop
{
    /// <summary>Writes a line for each trace.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="work">What is asked.</param>
    public static void Run(string path, Work work)
    {
        using var results = new ResultLines();
        TraceLines.Each(path, trace =>
        {
            using var document = JsonDocument.Parse(trace);
            var spans = document.RootElement.GetProperty("data"u8).GetProperty("spans"u8);
            var id = document.RootElement.GetProperty("info"u8).GetProperty("trace_id"u8).GetString() ?? "";
            results.Write(System.Text.Encoding.ASCII.GetBytes(id), work == Work.Outputs ? Outputs(spans) : Spans(spans, work));
        });
    }

    private static long Outputs(JsonElement spans)
    {
        foreach (var span in spans.EnumerateArray())
        {
            if (span.GetProperty("parent_span_id"u8).ValueKind == JsonValueKind.Null)
            {
                using var outputs = Attribute(span, "mlflow.spanOutputs"u8);

                return outputs.RootElement.GetString()?.Length ?? 0;
            }
        }

        return 0;
    }

    private static long Spans(JsonElement spans, Work work)
    {
        var sum = 0L;
        foreach (var span in spans.EnumerateArray())
        {
            var took = span.GetProperty("end_time_unix_nano"u8).GetInt64() - span.GetProperty("start_time_unix_nano"u8).GetInt64();
            using var type = Attribute(span, "mlflow.spanType"u8);
            sum += (span.GetProperty("name"u8).GetString()?.Length ?? 0) + (type.RootElement.GetString()?.Length ?? 0) + (took / 1_000_000);
            if (work == Work.Spans)
            {
                using var outputs = Attribute(span, "mlflow.spanOutputs"u8);
                sum += Size(outputs.RootElement);
            }
        }

        return sum;
    }

    private static JsonDocument Attribute(JsonElement span, ReadOnlySpan<byte> name) =>
        JsonDocument.Parse(span.GetProperty("attributes"u8).GetProperty(name).GetString() ?? "null");

    private static long Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Length ?? 0,
        JsonValueKind.Array => value.GetArrayLength(),
        JsonValueKind.Object => value.GetPropertyCount(),
        _ => 0,
    };
}
